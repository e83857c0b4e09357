package io.dgas.app.command;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.logging.LogSetup;
import io.dgas.app.output.Output;
import io.dgas.app.suggestion.Nearest;
import io.dgas.app.wiring.Installation;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line, runs the command it names and ends it with a code, whatever happens. */
public final class DgasCommandLine {

    private final Installation installation;
    private final Output output;
    private final ProblemReport problems;

    public DgasCommandLine(Installation installation) {
        this.installation = installation;
        output = installation.output();
        problems = new ProblemReport(installation);
    }

    /** Never throws. */
    public ExitCode run(String... arguments) {
        try (installation) {
            return execute(arguments);
        } catch (Throwable problem) {
            return problems.tell(problem);
        }
    }

    private ExitCode execute(String... arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            return version();
        }
        ParseResult parsed;
        try {
            parsed = tree(arguments).parseArgs(arguments);
        } catch (ParameterException e) {
            throw misread(e);
        }
        return run(parsed);
    }

    /** Without reading any declaration of commands, which would take most of the time. */
    private ExitCode version() {
        output.line(String.join("\n", new BuildVersion().getVersion()));
        return ExitCode.DONE;
    }

    private CommandLine tree(String... arguments) {
        CommandLine tree = new CommandTree(installation).of(arguments);
        return tree.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setColorScheme(CommandLine.Help.defaultColorScheme(output.isColoured() ? Ansi.ON : Ansi.OFF));
    }

    private ExitCode run(ParseResult parsed) throws Exception {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (command.isUsageHelpRequested()) {
                output.text(command.getUsageMessage(command.getColorScheme()));
                return ExitCode.DONE;
            }
            if (command.isVersionHelpRequested()) {
                output.line(String.join("\n", command.getCommandSpec().version()));
                return ExitCode.DONE;
            }
        }
        return call(parsed.asCommandLineList().getLast());
    }

    private ExitCode call(CommandLine command) throws Exception {
        LogSetup.choose(new LogOptions(installation).of(command.getCommandSpec()));
        if (command.getCommand() instanceof Callable<?> action && action.call() instanceof ExitCode code) {
            return code;
        }
        output.note(command.getUsageMessage(command.getColorScheme()));
        throw new UsageProblem("'" + command.getCommandSpec().qualifiedName() + "' needs a command");
    }

    private static UsageProblem misread(ParameterException problem) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        String message = problem instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, name)
                : String.valueOf(problem.getMessage());
        return new UsageProblem(message + "\nSee '" + name + " --help'.", problem);
    }

    private static String unmatched(UnmatchedArgumentException problem, String name) {
        String argument = problem.getUnmatched().getFirst();
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        if (!command.subcommands().isEmpty() && !argument.startsWith("-")) {
            String hint = suggestion(argument, command.subcommands().keySet());
            return "'" + argument + "' is not a command of " + name + hint;
        }
        return "'" + argument + "' is not understood by " + name
                + suggestion(argument, command.optionsMap().keySet());
    }

    private static String suggestion(String argument, Collection<String> known) {
        return Nearest.to(argument, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }
}
