package org.keysteward.it.tenants;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does many things at the same moment. */
public final class Crowd {
    private static final long PATIENCE_SECONDS = 120;

    private Crowd() {}

    /** What each of them came to, in their order; they start together. */
    public static <T> List<T> atOnce(List<Callable<T>> all) {
        var start = new CyclicBarrier(all.size());
        var people = Executors.newFixedThreadPool(all.size());
        try {
            List<Callable<T>> waiting = all.stream()
                    .<Callable<T>>map(one -> () -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return one.call();
                    })
                    .toList();
            return people.invokeAll(waiting, PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .map(Crowd::outcome)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
