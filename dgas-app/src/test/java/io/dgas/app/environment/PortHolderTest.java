package io.dgas.app.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.endpoint.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The kernel's tables, read. */
class PortHolderTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoListensIsNamed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(socket.getLocalPort()).map(PortHolder::toString))
                    .hasValue("process " + ProcessHandle.current().pid() + " (java)");
        }
    }

    @Test
    void nobodyIsNobody() {
        assertThat(PortHolder.of(FreePort.find())).isEmpty();
    }
}
