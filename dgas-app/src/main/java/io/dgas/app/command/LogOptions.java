package io.dgas.app.command;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.logging.LogChoice;
import io.dgas.app.logging.LogChoice.Detail;
import io.dgas.app.logging.LogFormat;
import io.dgas.app.logging.PrivateFile;
import io.dgas.app.service.DaemonOption;
import io.dgas.app.service.DetachedService;
import io.dgas.app.wiring.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What the options, and the variables that stand in for them, say of the log. */
final class LogOptions {

    private static final String FORMAT = "DGAS_LOG_FORMAT";

    private final Installation installation;

    LogOptions(Installation installation) {
        this.installation = installation;
    }

    /**
     * What a command logs. That it runs a service, which tells what it does, shows in its option to do so detached.
     *
     * @throws ConfigurationProblem when the variable names no format
     * @throws WorkFailed when the file cannot be written
     */
    LogChoice of(CommandSpec command) {
        boolean isService = command.mixins().values().stream()
                .anyMatch(mixin -> mixin.userObject() instanceof DaemonOption daemon && !daemon.isAsked());
        Optional<Path> file = installation
                .invocation()
                .logFile()
                .or(() -> isService ? installation.environment().variable(DetachedService.LOG_FILE) : Optional.empty())
                .map(installation.environment()::resolve);
        file.ifPresent(LogOptions::make);
        return new LogChoice(detail(isService), format(), file);
    }

    private Detail detail(boolean isService) {
        if (installation.invocation().isVerbose()) {
            return Detail.EVERYTHING;
        }
        return isService ? Detail.WORK : Detail.PROBLEMS;
    }

    private LogFormat format() {
        return installation
                .invocation()
                .logFormat()
                .or(() -> installation.environment().variable(FORMAT).map(LogOptions::read))
                .orElse(LogFormat.TEXT);
    }

    private static LogFormat read(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new ConfigurationProblem(FORMAT + " is '" + text + "'; expected text or json");
        };
    }

    private static void make(Path file) {
        try {
            PrivateFile.make(file);
        } catch (IOException unwritable) {
            throw new WorkFailed("cannot write the log " + file + ": " + unwritable, unwritable);
        }
        if (!Files.isWritable(file) || Files.isDirectory(file)) {
            throw new WorkFailed("cannot write the log " + file + "; name a file that can be written with --log-file");
        }
    }
}
