package io.dgas.app.exit;

import java.util.List;

/** One or more settings are wrong or missing; all of a file are told in one go. */
public final class ConfigurationProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private final List<String> findings;

    public ConfigurationProblem(String finding) {
        this(List.of(finding));
    }

    /** @param findings one line each, in the order of the file; at least one */
    public ConfigurationProblem(List<String> findings) {
        super(ExitCode.CONFIGURATION, String.join("\n", findings), null);
        this.findings = List.copyOf(findings);
    }

    public List<String> findings() {
        return findings;
    }
}
