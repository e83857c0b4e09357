package io.dgas.app.matrix;

import java.io.IOException;

/** Mounts as root may. */
final class Mounting {

    private Mounting() {}

    /** Whether it could be done. */
    static boolean did(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", hurried);
        }
    }
}
