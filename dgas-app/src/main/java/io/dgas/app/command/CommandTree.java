package io.dgas.app.command;

import io.dgas.app.analysis.AnalyzeCommand;
import io.dgas.app.analysis.LevelsCommand;
import io.dgas.app.collection.DataCollection;
import io.dgas.app.configure.Configure;
import io.dgas.app.dashboard.DashboardCommand;
import io.dgas.app.data.Data;
import io.dgas.app.database.Db;
import io.dgas.app.demo.DemoCommand;
import io.dgas.app.discord.Discord;
import io.dgas.app.doctor.DoctorCommand;
import io.dgas.app.monitor.MonitorCommand;
import io.dgas.app.notice.Notify;
import io.dgas.app.prediction.ExplainCommand;
import io.dgas.app.prediction.PredictCommand;
import io.dgas.app.prediction.ReportCommand;
import io.dgas.app.scheduler.SchedulerCommand;
import io.dgas.app.simulator.Simulator;
import io.dgas.app.status.StatusCommand;
import io.dgas.app.symbols.Symbols;
import io.dgas.app.up.UpCommand;
import io.dgas.app.vendor.Eodhd;
import io.dgas.app.wiring.Installation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands of {@code dgas}. Reading the declaration of a command costs milliseconds, so that a tree for a command
 * line that names one holds that one only.
 */
final class CommandTree {

    /** The commands right below {@code dgas}, in the order of the help. */
    static final Map<String, Class<?>> COMMANDS = inOrder(
            Map.entry("levels", LevelsCommand.class),
            Map.entry("analyze", AnalyzeCommand.class),
            Map.entry("predict", PredictCommand.class),
            Map.entry("explain", ExplainCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("data", Data.class),
            Map.entry("data-collection", DataCollection.class),
            Map.entry("scheduler", SchedulerCommand.class),
            Map.entry("dashboard", DashboardCommand.class),
            Map.entry("up", UpCommand.class),
            Map.entry("demo", DemoCommand.class),
            Map.entry("status", StatusCommand.class),
            Map.entry("doctor", DoctorCommand.class),
            Map.entry("monitor", MonitorCommand.class),
            Map.entry("symbols", Symbols.class),
            Map.entry("eodhd", Eodhd.class),
            Map.entry("notify", Notify.class),
            Map.entry("discord", Discord.class),
            Map.entry("simulator", Simulator.class),
            Map.entry("db", Db.class),
            Map.entry("configure", Configure.class),
            Map.entry("completion", CompletionCommand.class));

    /** The options of every command that have a value. */
    private static final Set<String> VALUED = Set.of("--config", "--log-format", "--log-file");

    private final CommandFactory factory;

    CommandTree(Installation installation) {
        factory = new CommandFactory(installation);
    }

    /** The tree that understands these arguments, and helps with them when it does not. */
    CommandLine of(String... arguments) {
        CommandLine root = new CommandLine(Dgas.class, factory);
        Optional<String> named = named(arguments).filter(COMMANDS::containsKey);
        COMMANDS.forEach((name, type) -> {
            if (named.map(name::equals).orElse(true)) {
                root.addSubcommand(name, new CommandLine(type, factory));
            }
        });
        ArgumentTypes.register(root);
        return root;
    }

    /** The first argument that is neither an option of every command nor the value of one. */
    private static Optional<String> named(String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (!argument.startsWith("-")) {
                return Optional.of(argument);
            }
            if (VALUED.contains(argument) && rest.hasNext()) {
                rest.next();
            }
        }
        return Optional.empty();
    }

    @SafeVarargs
    private static Map<String, Class<?>> inOrder(Map.Entry<String, Class<?>>... commands) {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        for (Map.Entry<String, Class<?>> command : commands) {
            all.put(command.getKey(), command.getValue());
        }
        return all;
    }
}
