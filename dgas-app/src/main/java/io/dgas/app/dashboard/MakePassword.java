package io.dgas.app.dashboard;

import io.dgas.adapter.web.access.PasswordHash;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes from a password what the settings keep of it. */
@Command(
        name = "password",
        description = {
            "Ask for a password, and print what the settings keep of it: dashboard.password_hash, or the variable"
                    + " DGAS_DASHBOARD_PASSWORD_HASH.",
            "Without a terminal the password is the first line of standard input."
        },
        footer = {"", "Examples:", "  dgas dashboard password", "  pass show dgas | dgas dashboard password"})
final class MakePassword implements Callable<ExitCode> {

    private static final int SHORTEST = 12;

    private final Installation installation;

    MakePassword(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        char[] password = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(MakePassword::asked)
                .orElseGet(MakePassword::piped);
        if (password.length < SHORTEST) {
            throw new WorkFailed("a password needs " + SHORTEST + " characters or more; a few words do");
        }
        installation.output().line(PasswordHash.of(password).toString());
        Arrays.fill(password, ' ');
        return ExitCode.DONE;
    }

    private static char[] asked(Console console) {
        char[] password = console.readPassword("Password: ");
        char[] again = console.readPassword("Again: ");
        if (!Arrays.equals(password, again)) {
            throw new WorkFailed("the two are not the same");
        }
        return password == null ? new char[0] : password;
    }

    private static char[] piped() {
        try (BufferedReader input = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            return input.lines().findFirst().orElse("").toCharArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
