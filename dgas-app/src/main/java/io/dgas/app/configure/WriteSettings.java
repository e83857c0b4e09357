package io.dgas.app.configure;

import io.dgas.app.environment.NewFile;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Output;
import io.dgas.app.settings.SettingsTemplate;
import io.dgas.app.wiring.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a settings file with every key, its meaning and its default. */
@Command(
        name = "init",
        description = "Write a commented file with every key and its default, and .env.example beside it.",
        footer = {"", "Example:", "  dgas configure init config/mine.yaml"})
final class WriteSettings implements Callable<ExitCode> {

    private final Installation installation;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write (default: dgas.yaml).")
    private String file = "dgas.yaml";

    @Option(names = "--production", description = "With data collection and Discord switched on.")
    boolean production;

    WriteSettings(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        SettingsTemplate template = new SettingsTemplate();
        Path settings = installation.environment().resolve(file);
        Path variables = settings.resolveSibling(".env.example");
        Output output = installation.output();
        NewFile.write(settings, production ? template.production() : template.defaults());
        output.line("Wrote " + settings);
        if (NewFile.writeUnlessThere(variables, template.variables())) {
            output.line("Wrote " + variables + "; copy it to .env, fill it in, and chmod 600 .env");
        }
        return ExitCode.DONE;
    }
}
