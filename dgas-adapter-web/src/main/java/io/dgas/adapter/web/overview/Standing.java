package io.dgas.adapter.web.overview;

import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.SystemStatus;
import io.dgas.application.port.in.status.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * Components as a reader wants them: first what needs a look, the worst first.
 *
 * @param good as they should be, in the order of looking
 */
public record Standing(List<ComponentStatus> amiss, List<ComponentStatus> good) {

    public Standing {
        amiss = List.copyOf(amiss);
        good = List.copyOf(good);
    }

    public static Standing of(SystemStatus status) {
        return new Standing(
                status.components().stream()
                        .filter(component -> component.verdict() != Verdict.OK)
                        .sorted(Comparator.comparing(ComponentStatus::verdict).reversed())
                        .toList(),
                status.components().stream()
                        .filter(component -> component.verdict() == Verdict.OK)
                        .toList());
    }

    /** In words, beside the verdict. */
    public String sentence() {
        return amiss.isEmpty()
                ? "everything is as it should be"
                : amiss.size() + " of " + (amiss.size() + good.size()) + " components "
                        + (amiss.size() == 1 ? "needs" : "need") + " a look";
    }

    /** What the good ones are called together. */
    public String goodOnes() {
        return good.size() == 1 ? "1 component is as it should be" : good.size() + " components are as they should be";
    }
}
