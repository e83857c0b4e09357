package io.dgas.domain.level;

/**
 * One line for one bar.
 *
 * @param value price units
 * @param wrongSide whether it lies on the other side of the last close than its name expects: an Up line above it, a
 *     Down line below it. Happens to a 5/9 after a gap and to a 6/6; it keeps its name.
 */
public record Line(LineKind kind, double value, boolean wrongSide) {

    public String name() {
        return kind.displayName();
    }

    public Role role() {
        return kind.role();
    }
}
