package io.dgas.application.collection.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work cut into batches, in order. */
final class Batches<T> {

    private final List<List<T>> batches;

    private Batches(List<List<T>> batches) {
        this.batches = batches;
    }

    static <T> Batches<T> of(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return new Batches<>(batches);
    }

    /** Does each batch once, so many at a time; what one throws ends the run when those under way are done. */
    void run(int atATime, Consumer<List<T>> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(atATime)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<T> batch : batches) {
                running.add(threads.submit(() -> work.accept(batch)));
            }
            await(running, threads);
        }
    }

    private static void await(List<Future<?>> running, ExecutorService threads) {
        try {
            for (Future<?> batch : running) {
                batch.get();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            threads.shutdownNow();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a batch failed", e.getCause());
        }
    }
}
