package io.dgas.app.configure;

import io.dgas.app.exit.ExitCode;
import io.dgas.app.output.Column;
import io.dgas.app.output.ReportFormat;
import io.dgas.app.output.Table;
import io.dgas.app.settings.EffectiveSetting;
import io.dgas.app.settings.LoadedSettings;
import io.dgas.app.wiring.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows every setting that is in force and where it comes from. */
@Command(
        name = "show",
        description = "Show every setting in force and where it comes from; secrets are masked.",
        footer = {"", "Example:", "  dgas configure show --config config/production.yaml"})
final class ShowSettings implements Callable<ExitCode> {

    private final Installation installation;

    @Mixin
    private final ReportFormat format = new ReportFormat();

    ShowSettings(Installation installation) {
        this.installation = installation;
    }

    @Override
    public ExitCode call() {
        LoadedSettings loaded = installation.loadedSettings();
        if (format.isJson()) {
            installation.output().json(loaded.effective());
        } else {
            Table table = new Table(Column.text("KEY"), Column.text("VALUE"), Column.text("FROM"));
            for (EffectiveSetting setting : loaded.effective()) {
                table.row(setting.key(), setting.value(), setting.from());
            }
            installation.output().table(table);
        }
        return ExitCode.DONE;
    }
}
