package io.dgas.application.collection.actions;

import io.dgas.application.collection.plan.Asking;
import io.dgas.application.port.out.CorporateActionRepository;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Questions about actions whose answers are stored together. */
final class Questions {

    private final LearntActions learnt;
    private final Map<String, String> failures = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Asking asking;
    private boolean notOffered;

    /** @param asking whether to go on, by all that was asked in this sweep */
    Questions(KnownFrom known, Asking asking) {
        this.learnt = new LearntActions(known);
        this.asking = asking;
    }

    /** Asks about a symbol or a date, and hands on each row; about a symbol that is unknown nothing more is asked. */
    <T> void ask(String about, Supplier<VendorAnswer<VendorRows<T>>> question, BiConsumer<LearntActions, T> row) {
        if (unknown.contains(about)) {
            return;
        }
        if (asking.ended().isPresent()) {
            failures.putIfAbsent(about, "not asked: " + asking.ended().get());
            return;
        }
        VendorAnswer<VendorRows<T>> answer = question.get();
        answer.failure().ifPresentOrElse(asking::failed, asking::answered);
        notOffered |= answer instanceof VendorAnswer.NoEntitlement || answer instanceof VendorAnswer.Broken;
        switch (answer) {
            case VendorAnswer.Data<VendorRows<T>> data -> data.value().rows().forEach(told -> row.accept(learnt, told));
            case VendorAnswer.NotYet<?> none -> failures.put(about, "the vendor has nothing yet");
            case VendorAnswer.UnknownSymbol<?> none -> unknown.add(about);
            case VendorAnswer<?> failed ->
                failures.put(about, failed.failure().orElseThrow().why());
        }
    }

    /** Whether an answer said that the plan does not include this kind of question, or could not be understood. */
    boolean isNotOffered() {
        return notOffered;
    }

    ActionReport store(CorporateActionRepository actions) {
        return learnt.store(actions).and(new ActionReport(0, 0, List.of(), failures, unknown, asking.ended()));
    }
}
