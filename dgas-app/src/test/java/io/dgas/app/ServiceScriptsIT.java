package io.dgas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dgas.app.DgasProcess.Ended;
import io.dgas.app.endpoint.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start, stop and check the services, with the real launcher and a vendor that is away. */
class ServiceScriptsIT {

    private static final Path SCRIPTS = DgasProcess.LAUNCHER.resolveSibling("scripts");

    @TempDir
    Path home;

    @BeforeEach
    void settings() throws Exception {
        Files.writeString(home.resolve("away.yaml"), """
                eodhd:
                  api_token: simulated.token.0001
                  base_url: http://127.0.0.1:1/api
                  websocket_url: ws://127.0.0.1:1/ws
                data_collection:
                  enabled: true
                dashboard:
                  port: %d
                """.formatted(FreePort.find()));
    }

    private Ended script(String name) throws Exception {
        return new DgasProcess(home).run(List.of(SCRIPTS.resolve(name).toString(), "away.yaml"));
    }

    private Ended dgas(String... arguments) throws Exception {
        return new DgasProcess(home).dgas(arguments);
    }

    @Test
    void theCheckLogsEachComponentAndSaysWhatFails() throws Exception {
        Ended check = script("daily_health_check.sh");

        assertThat(check.code()).isOne();
        assertThat(check.results()).startsWith("database").contains(" failing ", "is not running");
        Path log = home.resolve(".local/share/dgas/log/health_check.log");
        assertThat(Files.readAllLines(log))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ .+"))
                .anyMatch(line -> line.contains("Z disk "))
                .anyMatch(line -> line.contains("Z calendar "));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }

    @Test
    void settingsThatAreNotThereAreNamed() throws Exception {
        Files.delete(home.resolve("away.yaml"));
        for (String name : List.of("daily_health_check.sh", "start_all_services.sh", "stop_all_services.sh")) {
            Ended ended = script(name);
            assertThat(ended.notes())
                    .startsWith("dgas: the settings " + home.resolve("away.yaml") + " cannot be read; give their file");
            assertThat(ended.code()).isEqualTo(3);
        }
    }

    @Test
    void startsWhatDoesNotRunAndStopsAll() throws Exception {
        boolean isThere = new DgasProcess(home).shell("command -v screen").code() == 0;
        assumeTrue(isThere, "there is no screen here: its sessions are not tried");
        try {
            Ended started = script("start_all_services.sh");
            assertThat(started.notes()).doesNotContain("did not start");
            assertThat(started.results())
                    .contains(
                            "data-collection: runs in screen session dgas_data_collection",
                            "scheduler: runs in screen session dgas_prediction_scheduler",
                            "dashboard: runs in screen session dgas_dashboard");
            assertThat(started.code()).isZero();
            assertThat(script("start_all_services.sh").results())
                    .contains("data-collection: runs already", "scheduler: runs already", "dashboard: runs already");

            assertThat(script("stop_all_services.sh").code()).isZero();
            assertThat(script("stop_all_services.sh").results())
                    .contains("data-collection: does not run", "scheduler: does not run", "dashboard: does not run");
        } finally {
            script("stop_all_services.sh");
            dgas("db", "stop");
        }
    }
}
