package io.dgas.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which build this is and what it runs on. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Properties build = build();
        String commit = build.getProperty("commit", "unknown");
        return new String[] {
            "dgas " + build.getProperty("version") + (commit.equals("unknown") ? "" : " (commit " + commit + ")"),
            "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }

    private static Properties build() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("/io/dgas/app/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
