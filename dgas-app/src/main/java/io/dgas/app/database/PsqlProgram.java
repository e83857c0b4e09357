package io.dgas.app.database;

import io.dgas.adapter.postgres.DatabaseUrl;
import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed {@code psql}. */
record PsqlProgram(Path program) {

    /** How psql ends when the connection broke. */
    private static final int CONNECTION_BROKE = 2;

    /** The first on the search path. */
    static Optional<PsqlProgram> find(Environment environment) {
        String path = environment.variable("PATH").orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "psql"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(PsqlProgram::new);
    }

    /** Runs it on our terminal. The password goes by a file of its own, seen neither in arguments nor environment. */
    ExitCode run(DatabaseUrl address, List<String> arguments) throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(address.psqlEnvironment());
        String password = variables.remove("PGPASSWORD");
        Path passwords = Files.createTempFile("dgas", ".pgpass");
        try {
            if (password != null) {
                Files.writeString(
                        passwords, "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:") + "\n");
                variables.put("PGPASSFILE", passwords.toString());
            }
            return run(variables, arguments);
        } finally {
            Files.deleteIfExists(passwords);
        }
    }

    private ExitCode run(Map<String, String> variables, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("DGAS_DATABASE_URL");
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        return code == CONNECTION_BROKE ? ExitCode.UNREACHABLE : ExitCode.of(code == 0);
    }
}
