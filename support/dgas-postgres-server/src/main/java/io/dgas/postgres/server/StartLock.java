package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time start or stop a server. The system frees it when its holder dies. */
record StartLock(Path file) {

    // A file lock is held by the whole process; between its threads an ordinary lock decides.
    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    /** Waits for the lock, making its file if it is not there, and does the work while holding it. */
    <T> T holding(Work<T> work) throws IOException {
        ReentrantLock threads = WITHIN_PROCESS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel = open()) {
            FileLock processes = channel.lock();
            try {
                return work.run();
            } finally {
                processes.release();
            }
        } finally {
            threads.unlock();
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    interface Work<T> {
        T run() throws IOException;
    }
}
