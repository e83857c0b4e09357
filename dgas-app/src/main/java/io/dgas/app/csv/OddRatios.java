package io.dgas.app.csv;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which derived ratios are not such as companies declare for splits. */
final class OddRatios {

    private OddRatios() {}

    static Optional<String> noteOn(List<CorporateAction> actions) {
        List<String> odd = actions.stream()
                .filter(Split.class::isInstance)
                .map(Split.class::cast)
                .filter(split -> !SimpleRatio.isSimple(split.ratio()))
                .map(OddRatios::text)
                .toList();
        return odd.isEmpty()
                ? Optional.empty()
                : Optional.of(odd.stream()
                        .collect(Collectors.joining(
                                ", ",
                                "no simple ratios, so rather spin-offs or dividends in shares; taken as splits: ",
                                "")));
    }

    private static String text(Split split) {
        return String.format(Locale.ROOT, "%s %s %.4f:1", split.instrument(), split.exDate(), split.ratio());
    }
}
