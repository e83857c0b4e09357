package io.dgas.simulator.steering;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The fields of one fault of a scenario. */
public final class FaultFields<K extends Kind> extends Fields {

    private static final List<String> WINDOW = List.of("from", "until");
    private static final List<String> COUNTING = List.of("nth", "times", "probability");

    private final K kind;

    /**
     * Reads the kind and refuses fields that it has not got.
     *
     * @param where the fields that say where a fault strikes
     */
    public FaultFields(JsonNode node, K[] kinds, Set<String> where) {
        super(node);
        String name = text("kind", "");
        this.kind = Arrays.stream(kinds)
                .filter(each -> each.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of fault \"" + name + "\"; there are "
                        + Arrays.stream(kinds).map(Kind::wireName).collect(Collectors.joining(", "))));
        String fault = "a fault " + kind.wireName();
        allow(fault, known(where));
        if (kind.lasts() && COUNTING.stream().anyMatch(this::has)) {
            throw new IllegalArgumentException(
                    fault + " lasts from one instant until another; it has no nth, times or probability");
        }
    }

    private Set<String> known(Set<String> where) {
        return Stream.of(Set.of("kind"), where, WINDOW, COUNTING, kind.particulars())
                .flatMap(each -> each.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public K kind() {
        return kind;
    }

    public Window window() {
        return new Window(instant("from", Window.ALWAYS.from()), instant("until", Window.ALWAYS.until()));
    }

    public Chance chance() {
        return new Chance(
                whole("nth", 1, Long.MAX_VALUE, 1),
                whole("times", 1, Long.MAX_VALUE, Long.MAX_VALUE),
                number("probability", 1));
    }
}
