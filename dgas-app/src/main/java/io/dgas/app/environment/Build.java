package io.dgas.app.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which build of the program this is.
 *
 * @param commit of the sources; empty when the build did not know it
 */
public record Build(String version, Optional<String> commit) {

    /** The running build. */
    public static Build ofThisProgram() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/io/dgas/app/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<String> commit =
                Optional.ofNullable(properties.getProperty("commit")).filter(known -> !known.equals("unknown"));
        return new Build(properties.getProperty("version", "unknown"), commit);
    }

    @Override
    public String toString() {
        return version + commit.map(id -> " (commit " + id + ")").orElse("");
    }
}
