package io.dgas.application.status;

/**
 * How one component stands.
 *
 * @param component its name, for people
 * @param reason what the verdict rests on and, where it is bad, what mends it; never holds a credential
 */
public record ComponentStatus(String component, Verdict verdict, String reason) {

    static ComponentStatus ok(String component, String reason) {
        return new ComponentStatus(component, Verdict.OK, reason);
    }

    static ComponentStatus warning(String component, String reason) {
        return new ComponentStatus(component, Verdict.WARNING, reason);
    }

    static ComponentStatus failing(String component, String reason) {
        return new ComponentStatus(component, Verdict.FAILING, reason);
    }
}
