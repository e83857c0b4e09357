package io.dgas.app.status;

import io.dgas.application.port.in.status.ComponentCheck;
import io.dgas.application.port.in.status.ComponentStatus;
import io.dgas.application.port.in.status.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** How much room is left for data and logs. */
public record DiskCheck(Path folder) implements ComponentCheck {

    private static final long GIGABYTE = 1_000_000_000;
    private static final long LEAST = GIGABYTE;
    private static final long ENOUGH = 5 * GIGABYTE;

    @Override
    public String component() {
        return "disk";
    }

    @Override
    public ComponentStatus at(Instant now) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return judge(Files.getFileStore(existing).getUsableSpace(), Files.isWritable(existing));
        } catch (IOException unreadable) {
            return ComponentStatus.failing(component(), folder + ": " + unreadable.getMessage());
        }
    }

    private ComponentStatus judge(long free, boolean writable) {
        String found = String.format(Locale.ROOT, "%.1f GB free for %s", (double) free / GIGABYTE, folder);
        if (!writable) {
            return ComponentStatus.failing(component(), found + ", which cannot be written to");
        }
        Verdict verdict = free < LEAST ? Verdict.FAILING : free < ENOUGH ? Verdict.WARNING : Verdict.OK;
        return new ComponentStatus(component(), verdict, verdict == Verdict.OK ? found : found + "; make room");
    }
}
