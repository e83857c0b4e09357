package io.dgas.postgres.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for each version into a cache that all processes of this user share. */
record Binaries(Path folder) {

    /** The version that this program brings, such as {@code 18.6.0}. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Binaries.class.getResourceAsStream("binaries.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    static int majorVersion() {
        return Integer.parseInt(version().split("\\.", 2)[0]);
    }

    /** The user's cache: below XDG_CACHE_HOME, else HOME, which Java's user.home does not follow. */
    static Path defaultCache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (Path.of(cache).isAbsolute()) {
            return Path.of(cache, "dgas");
        }
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".cache", "dgas");
    }

    /** Unpacks them if they are not there. Safe against others who do the same: the first to finish wins. */
    static Binaries unpackedIn(Path cache) {
        return unpackedIn(cache, Platform.current());
    }

    static Binaries unpackedIn(Path cache, Platform platform) {
        Path home = cache.resolve("postgres-" + version() + "-" + platform.processor());
        Binaries binaries = new Binaries(home.resolve("bin"));
        if (Files.exists(binaries.program("postgres"))) {
            return binaries;
        }
        URL archive = archiveFor(platform);
        try {
            Files.createDirectories(cache);
            unpack(archive, cache, home);
            return binaries;
        } catch (IOException e) {
            throw Folders.cannotWrite(cache, e);
        }
    }

    Path program(String name) {
        return folder.resolve(name);
    }

    private static URL archiveFor(Platform platform) {
        @Nullable URL archive = Binaries.class.getResource(platform.archive());
        if (archive == null) {
            throw new PostgresServerException("this build brings no PostgreSQL for " + platform.os() + " on "
                    + platform.processor() + " (a build on Linux or macOS, x86-64 or ARM64, brings one for "
                    + "its own platform); use a server of your own with DGAS_DATABASE_URL");
        }
        return archive;
    }

    private static void unpack(URL archive, Path cache, Path home) throws IOException {
        Path unpacking = Files.createTempDirectory(cache, "unpacking-");
        try {
            unpackInto(unpacking, archive);
            Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(home.resolve("bin/postgres"))) {
                throw e;
            }
        } finally {
            Folders.deleteAll(unpacking);
        }
    }

    private static void unpackInto(Path folder, URL archive) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive reaches outside its folder: " + entry.getName());
                }
                unpackEntry(tar, entry, target);
            }
        }
    }

    private static void unpackEntry(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
