package io.dgas.app.analysis;

import io.dgas.domain.level.Area;
import io.dgas.domain.level.LevelValues;
import io.dgas.domain.level.Line;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.state.Confines;
import io.dgas.domain.state.Congestion;
import io.dgas.domain.state.MarketState;
import io.dgas.domain.state.Resolution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A projection sheet as a document of plain values; prices as they are, unrounded. */
final class LevelsDocument {

    private LevelsDocument() {}

    /**
     * The sheet for one bar.
     *
     * @param state after the bar before it, at the sheet's as-of time
     */
    static Map<String, @Nullable Object> of(ProjectionSheet sheet, MarketState state) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("for", sheet.opensAt().map(Instant::toString).orElse("next"));
        document.put("asOf", sheet.asOf().toString());
        putLevels(document, sheet.levels());
        document.put("lines", sheet.lines().stream().map(LevelsDocument::of).toList());
        document.put("state", of(state));
        document.put("lastClose", sheet.lastClose());
        document.put(
                "barPercent",
                sheet.lastBarPercent().stream().boxed().findFirst().orElse(null));
        document.put("nearFar", of(sheet.nearFar()));
        document.put("areas", areas(sheet.areas()));
        return document;
    }

    private static void putLevels(Map<String, @Nullable Object> document, LevelValues levels) {
        document.put("pldot", levels.pldot());
        document.put("envelopeTop", levels.envelopeTop());
        document.put("envelopeBottom", levels.envelopeBottom());
        document.put("oneOneDot", levels.oneOneDot());
        document.put("oneOneHigh", levels.oneOneHigh());
        document.put("oneOneLow", levels.oneOneLow());
        document.put("z1b", levels.z1b());
        document.put("z2b", levels.z2b());
        document.put("z5t", levels.z5t());
        document.put("z6t", levels.z6t());
        document.put("meanRange", levels.meanRange());
        document.put(
                "mainChannelLine",
                levels.mainChannelLine().stream().boxed().findFirst().orElse(null));
        document.put(
                "twoAheadDot", levels.twoAheadDot().stream().boxed().findFirst().orElse(null));
    }

    private static Map<String, Object> of(Line line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", line.name());
        document.put("value", line.value());
        document.put("role", line.role().name().toLowerCase(Locale.ROOT));
        document.put("wrongSide", line.wrongSide());
        document.put("grade", line.kind().grade().name());
        return document;
    }

    static Map<String, @Nullable Object> of(MarketState state) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", state.kind().name());
        document.put("direction", state.direction().map(Enum::name).orElse(null));
        document.put("run", state.run());
        document.put("phase", state.phase().map(Enum::name).orElse(null));
        document.put(
                "confines",
                state.congestion()
                        .map(Congestion::confines)
                        .or(() -> state.resolution().map(Resolution::confines))
                        .map(LevelsDocument::of)
                        .orElse(null));
        document.put(
                "dottedLine", state.congestion().map(Congestion::dottedLine).orElse(null));
        document.put(
                "blockLevel", state.congestion().map(Congestion::blockLevel).orElse(null));
        return document;
    }

    private static Map<String, Object> of(Confines confines) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("low", confines.low());
        document.put("high", confines.high());
        return document;
    }

    static Map<String, @Nullable Object> of(NearFar nearFar) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("position", nearFar.position().name());
        document.put("nearSupport", of(nearFar.nearSupport()));
        document.put("nearResistance", of(nearFar.nearResistance()));
        document.put("farSupport", nearFar.farSupport().map(LevelsDocument::of).orElse(null));
        document.put(
                "farResistance", nearFar.farResistance().map(LevelsDocument::of).orElse(null));
        return document;
    }

    static List<Map<String, Object>> areas(List<Area> areas) {
        return areas.stream().map(LevelsDocument::of).toList();
    }

    private static Map<String, Object> of(Area area) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("low", area.low());
        document.put("high", area.high());
        document.put("strength", area.strength());
        document.put(
                "contributors",
                area.contributors().stream()
                        .map(contributor -> contributor.timeframe() + " " + contributor.name())
                        .toList());
        return document;
    }
}
