package io.dgas.app.command;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.Problem;
import io.dgas.app.output.ReaderGone;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

/** The one place that turns whatever ended a command into a message and an exit code. */
final class ProblemReport {

    private final Installation installation;

    ProblemReport(Installation installation) {
        this.installation = installation;
    }

    ExitCode tell(Throwable problem) {
        if (problem instanceof ReaderGone) {
            return ExitCode.DONE;
        }
        installation.output().note("dgas: " + message(problem));
        if (wantsTrace()) {
            installation.output().note(trace(problem));
        }
        return code(problem);
    }

    private boolean wantsTrace() {
        return installation.invocation().isVerbose()
                || installation.environment().variable("DGAS_TRACE").isPresent();
    }

    private String message(Throwable problem) {
        return switch (problem) {
            case Problem known -> known.text();
            case StorageException storage -> String.valueOf(storage.getMessage());
            default ->
                "unexpected " + problem + (wantsTrace() ? "" : "\nRepeat it with --verbose to see where it arose.");
        };
    }

    private static ExitCode code(Throwable problem) {
        return switch (problem) {
            case Problem known -> known.exitCode();
            case StorageException storage -> storageCode(storage);
            default -> ExitCode.NO;
        };
    }

    /** A server that is away or full is outside; a refused login or an unknown database is a wrong setting. */
    private static ExitCode storageCode(StorageException problem) {
        String state = sqlState(problem);
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
            return ExitCode.UNREACHABLE;
        }
        return state.startsWith("28") || state.equals("3D000") ? ExitCode.CONFIGURATION : ExitCode.NO;
    }

    private static String sqlState(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static String trace(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        return text.toString().stripTrailing();
    }
}
