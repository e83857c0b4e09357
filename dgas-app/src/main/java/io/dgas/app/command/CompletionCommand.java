package io.dgas.app.command;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Print what lets a shell complete the commands and options of dgas.",
        footer = {
            "",
            "Examples:",
            "  source <(dgas completion bash)",
            "  dgas completion bash > ~/.local/share/bash-completion/completions/dgas",
            "  source <(dgas completion zsh)"
        })
final class CompletionCommand implements Callable<ExitCode> {

    private static final String FOR_ZSH = """
            autoload -U +X compinit && compinit
            autoload -U +X bashcompinit && bashcompinit
            """;

    private final Installation installation;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell = Shell.BASH;

    private enum Shell {
        BASH,
        ZSH
    }

    CompletionCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        String script = AutoComplete.bash("dgas", new CommandTree(installation).of());
        installation.output().text(shell == Shell.ZSH ? FOR_ZSH + script : script);
        return ExitCode.DONE;
    }
}
