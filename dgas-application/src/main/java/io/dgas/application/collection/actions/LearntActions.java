package io.dgas.application.collection.actions;

import io.dgas.application.collection.actions.ActionReport.RefusedDividend;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.vendor.DividendNotice;
import io.dgas.application.port.out.vendor.SplitNotice;
import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.bar.CorporateAction.CashDividend;
import io.dgas.domain.bar.CorporateAction.Split;
import io.dgas.domain.market.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the vendor told in some answers, to be stored together with the time from which it may be used. */
final class LearntActions {

    /** The only currency that prices are in. */
    private static final String DOLLARS = "USD";

    private final KnownFrom known;
    private final List<CorporateAction> learnt = new ArrayList<>();
    private final List<RefusedDividend> refused = new ArrayList<>();

    LearntActions(KnownFrom known) {
        this.known = known;
    }

    void add(Instrument instrument, SplitNotice split) {
        learnt.add(new Split(instrument, split.exDate(), known.of(split.exDate()), split.ratio()));
    }

    void add(Instrument instrument, DividendNotice dividend) {
        if (dividend.currency().equals(DOLLARS)) {
            learnt.add(new CashDividend(instrument, dividend.exDate(), known.of(dividend.exDate()), dividend.amount()));
        } else {
            refused.add(new RefusedDividend(instrument, dividend));
        }
    }

    ActionReport store(CorporateActionRepository actions) {
        int stored = learnt.isEmpty() ? 0 : actions.store(dated(actions));
        return new ActionReport(learnt.size() + refused.size(), stored, refused, Map.of(), Optional.empty());
    }

    /** What contradicts a stored fact is a correction, and nobody knew of it before it was learnt. */
    private List<CorporateAction> dated(CorporateActionRepository actions) {
        Set<Instrument> instruments =
                learnt.stream().map(CorporateAction::instrument).collect(Collectors.toSet());
        Map<String, CorporateAction> stored = actions.knownBy(Instant.MAX, instruments).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(LearntActions::subject, Function.identity()));
        return learnt.stream()
                .map(action -> stored.containsKey(subject(action)) ? learntNow(action) : action)
                .toList();
    }

    private static String subject(CorporateAction action) {
        return switch (action) {
            case Split split -> split.instrument() + " " + split.exDate() + " split";
            case CashDividend dividend -> dividend.instrument() + " " + dividend.exDate() + " dividend";
        };
    }

    private CorporateAction learntNow(CorporateAction action) {
        return switch (action) {
            case Split split -> new Split(split.instrument(), split.exDate(), known.learntAt(), split.ratio());
            case CashDividend dividend ->
                new CashDividend(dividend.instrument(), dividend.exDate(), known.learntAt(), dividend.amount());
        };
    }
}
