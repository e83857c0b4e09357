package io.dgas.app.prediction;

import io.dgas.app.exit.UsageProblem;
import io.dgas.app.settings.SchedulerSettings;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.timeframe.Timeframes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose timeframes; the settings' own where they are not given. Use as a {@code @Mixin}. */
public final class TimeframeOptions {

    @Option(names = "--trading", paramLabel = "I", description = "The timeframe decided on (default: the settings').")
    private @Nullable Timeframe trading;

    @Option(
            names = "--higher",
            paramLabel = "J",
            description = "A higher timeframe; repeat it for more, nearest first (default: the settings').")
    private @Nullable List<Timeframe> higher;

    /**
     * The choice.
     *
     * @throws UsageProblem when a higher timeframe is not above the one before it
     */
    public Timeframes chosen(SchedulerSettings settings) {
        Timeframe base = Optional.ofNullable(trading).orElse(settings.tradingInterval());
        List<Timeframe> above = Optional.ofNullable(higher).orElse(List.of(settings.htfInterval()));
        Timeframes.fault(base, above).ifPresent(fault -> {
            throw new UsageProblem(fault + "; choose a longer one with --higher");
        });
        return new Timeframes(base, above);
    }
}
