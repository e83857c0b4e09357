package io.dgas.app.analysis;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.domain.level.Area;
import io.dgas.domain.level.LevelValues;
import io.dgas.domain.level.Line;
import io.dgas.domain.level.NearFar;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.state.MarketState;
import io.dgas.domain.state.StateOutlook;
import io.dgas.domain.state.StateSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A projection sheet for people: highest price first, as it stands on a chart. */
final class LevelsText {

    private record Row(double value, String name, String remark) {}

    private LevelsText() {}

    static void print(Output output, ProjectionSheet sheet, StateSeries states) {
        output.line(sheet.key() + " for "
                + sheet.opensAt().map(Instant::toString).orElse("the coming bar") + ", as of " + sheet.asOf());
        output.line("  " + stateLine(states.at(sheet.bar() - 1)));
        output.line("  " + outlookLine(states.outlookAfter(sheet.bar() - 1)));
        output.line("  " + areasLine(sheet.nearFar()));
        Table table = new Table(Column.number("price"), Column.text("level"), Column.text(""));
        rows(sheet).forEach(row -> table.row(price(row.value()), row.name(), row.remark()));
        output.table(table);
        output.line("");
    }

    private static List<Row> rows(ProjectionSheet sheet) {
        LevelValues levels = sheet.levels();
        List<Row> rows = new ArrayList<>(List.of(
                new Row(levels.z6t(), "Z6T", "top of area 6"),
                new Row(levels.z5t(), "Z5T", "area 5 below, 6 above"),
                new Row(levels.envelopeTop(), "ETop", "envelope"),
                new Row(levels.oneOneHigh(), "1-1 High", ""),
                new Row(levels.pldot(), "PLdot", ""),
                new Row(levels.oneOneLow(), "1-1 Low", ""),
                new Row(levels.envelopeBottom(), "EBot", "envelope"),
                new Row(levels.z2b(), "Z2B", "area 2 above, 1 below"),
                new Row(levels.z1b(), "Z1B", "bottom of area 1"),
                new Row(sheet.lastClose(), "last close", "")));
        sheet.lines().forEach(line -> rows.add(new Row(line.value(), line.name(), remark(line))));
        rows.sort(Comparator.comparingDouble(Row::value).reversed());
        return rows;
    }

    private static String remark(Line line) {
        String role = line.role().name().toLowerCase(Locale.ROOT);
        return role + (line.wrongSide() ? ", on the wrong side of the close" : "");
    }

    static String stateLine(MarketState state) {
        String direction = state.direction()
                .map(side -> " " + side.name().toLowerCase(Locale.ROOT))
                .orElse("");
        String phase = state.phase()
                .map(sub -> ", " + sub.name().toLowerCase(Locale.ROOT))
                .orElse("");
        String congestion = state.congestion()
                .map(range -> ", confines " + price(range.confines().low()) + " to "
                        + price(range.confines().high()) + ", dotted line " + price(range.dottedLine())
                        + ", block level "
                        + price(range.blockLevel()))
                .orElse("");
        return "state " + state.kind() + direction + phase + ", run of " + state.run() + congestion;
    }

    private static String outlookLine(StateOutlook outlook) {
        return "a close above " + price(outlook.threshold()) + " makes it "
                + outlook.ifAbove().kind() + ", a close below "
                + outlook.ifBelow().kind();
    }

    static String areasLine(NearFar areas) {
        return "near support " + zone(areas.nearSupport()) + ", near resistance " + zone(areas.nearResistance());
    }

    private static String zone(Area area) {
        String names = area.contributors().stream()
                .map(contributor -> contributor.name())
                .collect(Collectors.joining(", "));
        String prices = area.low() == area.high() ? price(area.low()) : price(area.low()) + " to " + price(area.high());
        return prices + " (" + names + ")";
    }

    static String price(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.4f" : "%.2f", value);
    }
}
