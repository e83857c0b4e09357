package io.dgas.adapter.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same in several threads that begin together. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> run(int threads, Callable<T> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        Callable<T> together = () -> {
            barrier.await();
            return work.call();
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, together))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
