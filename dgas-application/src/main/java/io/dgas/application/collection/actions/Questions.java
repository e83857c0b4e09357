package io.dgas.application.collection.actions;

import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Questions about actions whose answers are stored together. */
final class Questions {

    /** So many refusals, one after the other, are a refusal of this kind of question. */
    private static final int REFUSALS = 10;

    private final LearntActions learnt;
    private final Map<String, String> failures = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private int refusals;
    private Optional<String> ended;
    private boolean notOffered;

    /**
     * No question is sent when an earlier one ended the sweep.
     *
     * @param ended why it did; empty when it goes on
     */
    Questions(KnownFrom known, Optional<String> ended) {
        this.learnt = new LearntActions(known);
        this.ended = ended;
    }

    /** Asks about a symbol or a date, and hands on each row; about a symbol that is unknown nothing more is asked. */
    <T> void ask(String about, Supplier<VendorAnswer<VendorRows<T>>> question, BiConsumer<LearntActions, T> row) {
        if (unknown.contains(about)) {
            return;
        }
        if (ended.isPresent()) {
            failures.putIfAbsent(about, "not asked: " + ended.get());
            return;
        }
        VendorAnswer<VendorRows<T>> answer = question.get();
        notOffered |= answer instanceof VendorAnswer.NoEntitlement || answer instanceof VendorAnswer.Broken;
        refusals = answer instanceof VendorAnswer.NoEntitlement ? refusals + 1 : 0;
        switch (answer) {
            case VendorAnswer.Data<VendorRows<T>> data -> data.value().rows().forEach(told -> row.accept(learnt, told));
            case VendorAnswer.NotYet<?> none -> failures.put(about, "the vendor has nothing yet");
            case VendorAnswer.UnknownSymbol<?> none -> unknown.add(about);
            case VendorAnswer<?> other -> fail(about, other.failure().orElseThrow());
        }
    }

    private void fail(String about, VendorAnswer.Failure failure) {
        failures.put(about, failure.why());
        if (failure.endsAsking() || refusals >= REFUSALS) {
            ended = Optional.of(failure.why());
        }
    }

    /** Whether an answer said that the plan does not include this kind of question, or could not be understood. */
    boolean isNotOffered() {
        return notOffered;
    }

    ActionReport store(CorporateActionRepository actions) {
        return learnt.store(actions).and(new ActionReport(0, 0, List.of(), failures, unknown, ended));
    }
}
