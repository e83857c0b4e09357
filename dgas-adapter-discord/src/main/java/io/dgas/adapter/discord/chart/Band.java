package io.dgas.adapter.discord.chart;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.NearFar;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * An area of the coming bar on the picture.
 *
 * @param rows what is seen of it, at least a thin line
 */
record Band(String name, boolean support, boolean far, Span rows) {

    private static final double THINNEST = 4;

    /** Those that are seen: near ones first. */
    static List<Band> of(NearFar nearFar, PriceScale prices) {
        List<Band> bands = new ArrayList<>();
        bands.add(of("near support", true, false, nearFar.nearSupport(), prices));
        bands.add(of("near resistance", false, false, nearFar.nearResistance(), prices));
        nearFar.farSupport().ifPresent(area -> bands.add(of("far support", true, true, area, prices)));
        nearFar.farResistance().ifPresent(area -> bands.add(of("far resistance", false, true, area, prices)));
        bands.removeIf(band -> band.rows.high() < prices.top() || band.rows.low() > prices.bottom());
        return bands;
    }

    private static Band of(String name, boolean support, boolean far, Area area, PriceScale prices) {
        Span whole = new Span(prices.row(area.high()), prices.row(area.low()));
        Span thick = whole.widened(Math.max(0, THINNEST - whole.length()) / 2);
        return new Band(name, support, far, thick);
    }

    Color colour() {
        return support ? Palette.SUPPORT : Palette.RESISTANCE;
    }
}
