package io.dgas.application.port.in.status;

/**
 * How one component stands.
 *
 * @param component its name, for people
 * @param reason what the verdict rests on and, where it is bad, what mends it; never holds a credential
 */
public record ComponentStatus(String component, Verdict verdict, String reason) {

    /** A reason is one line wherever it is shown, also where the outside told it in several. */
    public ComponentStatus {
        reason = reason.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    public static ComponentStatus ok(String component, String reason) {
        return new ComponentStatus(component, Verdict.OK, reason);
    }

    public static ComponentStatus unknown(String component, String reason) {
        return new ComponentStatus(component, Verdict.UNKNOWN, reason);
    }

    public static ComponentStatus warning(String component, String reason) {
        return new ComponentStatus(component, Verdict.WARNING, reason);
    }

    public static ComponentStatus failing(String component, String reason) {
        return new ComponentStatus(component, Verdict.FAILING, reason);
    }
}
