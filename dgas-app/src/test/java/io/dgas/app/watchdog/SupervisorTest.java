package io.dgas.app.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path folder;

    private static Supervisor manager(String name) {
        return Supervisor.of(Map.of("NOTIFY_SOCKET", name));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsSocketIsToldEachWord() throws Throwable {
        for (String name : new String[] {
            folder.resolve("notify é").toString(),
            "@dgas-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime()
        }) {
            try (BoundSocket bound = BoundSocket.at(name)) {
                Supervisor manager = manager(bound.name());

                manager.ready();
                manager.lives("running");
                manager.status("hängt");
                manager.stopping();

                assertThat(bound.next()).as(name).contains("READY=1");
                assertThat(bound.next()).contains("WATCHDOG=1\nSTATUS=running");
                assertThat(bound.next()).contains("STATUS=hängt");
                assertThat(bound.next()).contains("STOPPING=1");
                assertThat(bound.next()).isEmpty();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullQueueOrASocketThatIsGoneDisturbsNothing() throws Throwable {
        String name = folder.resolve("notify").toString();
        Supervisor manager = manager(name);
        manager.lives("nobody listens");
        try (BoundSocket bound = BoundSocket.at(name)) {
            for (int time = 0; time < 10_000; time++) {
                manager.lives("nobody reads");
            }
            assertThat(bound.next()).contains("WATCHDOG=1\nSTATUS=nobody reads");
        }
        manager.stopping();
    }

    @Test
    void whereNobodyWatchesNothingIsTold() {
        Supervisor.of(Map.of()).ready();
        for (String none : new String[] {"", "@", "relative", "vsock:2:1234", "/" + "x".repeat(200)}) {
            manager(none).ready();
            assertThat(NotifySocket.at(none)).isEmpty();
        }
    }
}
