package io.dgas.application.recorded;

import io.dgas.domain.bar.CorporateAction;
import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the actions of several files together: the same one said twice counts once, two that disagree are refused. */
public final class ActionAssembly {

    private final Map<Key, List<RecordedAction>> byKey = new TreeMap<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final Map<String, Long> duplicates = new HashMap<>();

    private ActionAssembly() {}

    public static AssembledActions of(List<RecordedActionFile> files) {
        return new ActionAssembly().assemble(files);
    }

    private AssembledActions assemble(List<RecordedActionFile> files) {
        for (RecordedActionFile file : files) {
            problems.addAll(file.problems());
            file.actions()
                    .forEach(action -> byKey.computeIfAbsent(Key.of(action.action()), key -> new ArrayList<>())
                            .add(action));
        }
        List<CorporateAction> actions = new ArrayList<>();
        byKey.values().forEach(same -> add(same, actions));
        problems.sort(null);
        return new AssembledActions(
                actions, problems, files.stream().map(this::report).toList());
    }

    private void add(List<RecordedAction> same, List<CorporateAction> actions) {
        CorporateAction first = same.getFirst().action();
        if (same.stream().allMatch(other -> other.action().equals(first))) {
            actions.add(first);
            same.stream().skip(1).forEach(copy -> duplicates.merge(copy.file(), 1L, Long::sum));
        } else {
            same.forEach(action -> problems.add(disagreement(action, same)));
        }
    }

    private static InputProblem disagreement(RecordedAction action, List<RecordedAction> same) {
        RecordedAction other = same.stream()
                .filter(candidate -> !candidate.action().equals(action.action()))
                .findFirst()
                .orElseThrow();
        String text = "the row disagrees with " + other.place() + " about the " + Key.of(action.action())
                + "; expected the same value and time known, or one row";
        return new InputProblem(action.file(), action.line(), text);
    }

    private ActionFileReport report(RecordedActionFile file) {
        long copies = duplicates.getOrDefault(file.name(), 0L);
        return new ActionFileReport(file.name(), file.rowsRead(), file.actions().size(), copies, file.notes());
    }

    /** What there can be one of. */
    private record Key(Instrument instrument, LocalDate exDate, String kind) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::instrument).thenComparing(Key::exDate).thenComparing(Key::kind);

        static Key of(CorporateAction action) {
            String kind = switch (action) {
                case CorporateAction.Split split -> "split";
                case CorporateAction.CashDividend dividend -> "dividend";
            };
            return new Key(action.instrument(), action.exDate(), kind);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind + " of " + instrument + " on " + exDate;
        }
    }
}
