package io.dgas.postgres.server;

import com.sun.security.auth.module.UnixSystem;
import java.util.Locale;

/** The operating system and processor this program runs on, as far as PostgreSQL binaries are concerned. */
record Platform(String os, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name.contains("mac") ? "darwin" : name;
        String processor = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return new Platform(os, processor);
    }

    /** The archive of binaries within its jar. */
    String archive() {
        return "/postgres-" + os + "-" + processor + ".txz";
    }

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
