package io.dgas.domain.level;

import static io.dgas.domain.level.Role.RESISTANCE;
import static io.dgas.domain.level.Role.SUPPORT;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines of the method by their public names. "Up" lines are expected support, "Down" lines resistance.
 *
 * <p>"5" lines run through extremes of the last two bars, "6" lines from the dot through an extreme. "Ext" lines are "5"
 * lines one bar further out; "Closed" lines are "5" lines of a bar whose gap is closed up to the close before it.
 */
public enum LineKind {
    FIVE_ONE_UP("5/1 Up", SUPPORT, Grade.A),
    FIVE_ONE_DOWN("5/1 Down", RESISTANCE, Grade.A),
    FIVE_TWO_UP("5/2 Up", SUPPORT, Grade.A),
    FIVE_TWO_DOWN("5/2 Down", RESISTANCE, Grade.A),
    FIVE_THREE_UP("5/3 Up", SUPPORT, Grade.A),
    FIVE_THREE_DOWN("5/3 Down", RESISTANCE, Grade.A),
    FIVE_NINE_UP("5/9 Up", SUPPORT, Grade.A),
    FIVE_NINE_DOWN("5/9 Down", RESISTANCE, Grade.A),
    SIX_ONE_UP("6/1 Up", SUPPORT, Grade.A),
    SIX_ONE_DOWN("6/1 Down", RESISTANCE, Grade.A),
    SIX_FIVE_UP("6/5 Up", SUPPORT, Grade.A),
    SIX_FIVE_DOWN("6/5 Down", RESISTANCE, Grade.A),
    SIX_SIX_UP("6/6 Up", SUPPORT, Grade.B),
    SIX_SIX_DOWN("6/6 Down", RESISTANCE, Grade.B),
    SIX_SEVEN_UP("6/7 Up", SUPPORT, Grade.A),
    SIX_SEVEN_DOWN("6/7 Down", RESISTANCE, Grade.A),
    FIVE_ONE_UP_EXT("5/1 Up Ext", SUPPORT, Grade.B),
    FIVE_ONE_DOWN_EXT("5/1 Down Ext", RESISTANCE, Grade.B),
    FIVE_TWO_UP_EXT("5/2 Up Ext", SUPPORT, Grade.B),
    FIVE_TWO_DOWN_EXT("5/2 Down Ext", RESISTANCE, Grade.B),
    FIVE_THREE_UP_EXT("5/3 Up Ext", SUPPORT, Grade.B),
    FIVE_THREE_DOWN_EXT("5/3 Down Ext", RESISTANCE, Grade.B),
    FIVE_NINE_UP_EXT("5/9 Up Ext", SUPPORT, Grade.B),
    FIVE_NINE_DOWN_EXT("5/9 Down Ext", RESISTANCE, Grade.B),
    FIVE_ONE_UP_CLOSED("5/1 Up Closed", SUPPORT, Grade.B),
    FIVE_ONE_DOWN_CLOSED("5/1 Down Closed", RESISTANCE, Grade.B),
    FIVE_TWO_UP_CLOSED("5/2 Up Closed", SUPPORT, Grade.B),
    FIVE_TWO_DOWN_CLOSED("5/2 Down Closed", RESISTANCE, Grade.B),
    FIVE_THREE_UP_CLOSED("5/3 Up Closed", SUPPORT, Grade.B),
    FIVE_THREE_DOWN_CLOSED("5/3 Down Closed", RESISTANCE, Grade.B),
    FIVE_NINE_UP_CLOSED("5/9 Up Closed", SUPPORT, Grade.B),
    FIVE_NINE_DOWN_CLOSED("5/9 Down Closed", RESISTANCE, Grade.B);

    private static final Map<String, LineKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LineKind::displayName, kind -> kind));

    private final String displayName;
    private final Role role;
    private final Grade grade;

    LineKind(String displayName, Role role, Grade grade) {
        this.displayName = displayName;
        this.role = role;
        this.grade = grade;
    }

    /** The public name, such as {@code 5/1 Up}. */
    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    public Grade grade() {
        return grade;
    }

    /** Whether it is one of the far lines, 5/2 and 5/9. */
    public boolean isFar() {
        return switch (this) {
            case FIVE_TWO_UP, FIVE_TWO_DOWN, FIVE_NINE_UP, FIVE_NINE_DOWN -> true;
            default -> false;
        };
    }

    /**
     * The line of this public name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static LineKind ofName(String name) {
        LineKind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "there is no line '" + name + "'; there are " + Arrays.toString(values()));
        }
        return kind;
    }

    /** The same line of the mirrored market: Up for Down. */
    public LineKind mirrored() {
        return ofName(role == SUPPORT ? displayName.replace(" Up", " Down") : displayName.replace(" Down", " Up"));
    }

    /** The extension of a "5" line. */
    LineKind extension() {
        return ofName(displayName + " Ext");
    }

    /** The closed variant of a "5" line. */
    LineKind closed() {
        return ofName(displayName + " Closed");
    }

    @Override
    public String toString() {
        return displayName;
    }
}
