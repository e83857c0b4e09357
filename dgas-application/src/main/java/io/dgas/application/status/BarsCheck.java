package io.dgas.application.status;

import io.dgas.application.collection.health.FreshnessCheck;
import io.dgas.application.collection.health.FreshnessReport;
import io.dgas.application.collection.health.SymbolFreshness.Level;
import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How fresh the bars of the active symbols are: the share of the universe that can be decided on. A symbol that is a few bars
 * late can be, as those on delayed quotes always are while the market is open.
 */
public record BarsCheck(FreshnessCheck freshness) implements ComponentCheck {

    /** With fewer symbols to decide on the system does not do what it is for. */
    private static final double LEAST = 0.5;

    @Override
    public String component() {
        return "bars";
    }

    @Override
    public ComponentStatus at(Instant now) {
        FreshnessReport report = freshness.at(now);
        if (report.symbols().isEmpty()) {
            return ComponentStatus.failing(
                    component(), "no symbol is active; 'dgas symbols import' or 'dgas symbols add' registers some");
        }
        String counts = text(report) + " on " + freshness.rule().expected().timeframe();
        int unfit = count(report, Level.STALE) + count(report, Level.NONE);
        if (unfit == 0) {
            return ComponentStatus.ok(component(), counts);
        }
        String found = counts + "; 'dgas data freshness --late' names them";
        return unfit > (1 - LEAST) * report.symbols().size()
                ? ComponentStatus.failing(component(), found)
                : ComponentStatus.warning(component(), found);
    }

    private static int count(FreshnessReport report, Level level) {
        return report.counts().getOrDefault(level, 0);
    }

    private static String text(FreshnessReport report) {
        Map<Level, Integer> counts = report.counts();
        String others = counts.entrySet().stream()
                .filter(count -> count.getKey() != Level.FRESH && count.getValue() > 0)
                .map(count -> ", " + count.getValue() + " "
                        + (count.getKey() == Level.NONE
                                ? "without any"
                                : count.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return count(report, Level.FRESH) + " of " + report.symbols().size() + " symbols fresh" + others;
    }
}
