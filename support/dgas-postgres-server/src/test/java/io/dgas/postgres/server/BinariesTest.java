package io.dgas.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path cache;

    @Test
    void areUnpackedOnceByThoseWhoUnpackAtOnce() throws Exception {
        CompletableFuture<Binaries> other = CompletableFuture.supplyAsync(() -> Binaries.unpackedIn(cache));
        Binaries binaries = Binaries.unpackedIn(cache);
        assertThat(other.get()).isEqualTo(binaries);
        assertThat(binaries.program("postgres")).isExecutable();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void carryTheVersionTheyWereBuiltWith() {
        assertThat(Binaries.version()).matches("18\\.\\d+\\.\\d+");
        assertThat(Binaries.majorVersion()).isEqualTo(18);
    }

    @Test
    void missingOnAPlatformSaysWhatToDo() {
        assertThatThrownBy(() -> Binaries.unpackedIn(cache, Platform.of("Windows 11", "amd64")))
                .isInstanceOf(PostgresServerException.class)
                .hasMessageContaining("no PostgreSQL for windows 11 on x86_64")
                .hasMessageContaining("DGAS_DATABASE_URL");
    }

    @Test
    void liveBelowTheCacheTheEnvironmentNames() {
        assertThat(Binaries.defaultCache(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")))
                .isEqualTo(Path.of("/c/dgas"));
        assertThat(Binaries.defaultCache(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.cache/dgas"));
        assertThat(Binaries.defaultCache(Map.of("XDG_CACHE_HOME", "relative", "HOME", "/h")))
                .isEqualTo(Path.of("/h/.cache/dgas"));
        assertThat(Binaries.defaultCache(Map.of())).isEqualTo(Path.of(System.getProperty("user.home"), ".cache/dgas"));
    }
}
