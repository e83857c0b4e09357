package io.dgas.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TriggeringPolicyBase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A log in a file that does not grow without end: above its size it is moved away, and so many that were moved are kept as
 * {@code FILE.1}, the newest, and so on. Its owner alone can read any of them.
 */
final class RolledFile extends RollingFileAppender<ILoggingEvent> {

    private static final long BYTES = 10L << 20;
    private static final int KEPT = 9;

    /** When it is moved, and how many are kept. */
    record Limits(long bytes, int kept) {}

    private RolledFile() {}

    static RolledFile of(Path file, Context context) {
        return of(file, new Limits(BYTES, KEPT), context);
    }

    static RolledFile of(Path file, Limits limits, Context context) {
        RolledFile rolled = new RolledFile();
        rolled.setContext(context);
        rolled.setFile(file.toString());
        Moving moving = new Moving(file, limits.kept());
        moving.setContext(context);
        moving.setParent(rolled);
        moving.start();
        Full full = new Full(limits.bytes());
        full.setContext(context);
        full.start();
        rolled.setRollingPolicy(moving);
        rolled.setTriggeringPolicy(full);
        return rolled;
    }

    /** Moving keeps the permissions of a file, so that each has those it was made with. */
    @Override
    public void openFile(String name) throws IOException {
        PrivateFile.make(Path.of(name));
        super.openFile(name);
    }

    /** Logback's own take a pattern for names, in which not every path can be written. */
    private static final class Moving extends RollingPolicyBase {

        private final Path file;
        private final int kept;

        Moving(Path file, int kept) {
            this.file = file;
            this.kept = kept;
        }

        @Override
        public void rollover() {
            try {
                for (int number = kept - 1; number > 0; number--) {
                    if (Files.exists(moved(number))) {
                        Files.move(moved(number), moved(number + 1), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                Files.move(file, moved(1), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw new RolloverFailure("cannot move " + file, failed);
            }
        }

        private Path moved(int number) {
            return file.resolveSibling(file.getFileName() + "." + number);
        }

        @Override
        public String getActiveFileName() {
            return file.toString();
        }
    }

    /** Asked at each line: one is cheap to ask for, and lines are few. */
    private static final class Full extends TriggeringPolicyBase<ILoggingEvent> {

        private final long bytes;

        Full(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isTriggeringEvent(File active, ILoggingEvent event) {
            return active.length() >= bytes;
        }
    }
}
