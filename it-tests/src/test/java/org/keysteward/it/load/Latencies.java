package org.keysteward.it.load;

import java.util.Arrays;
import java.util.Collection;

/** How long requests took, in milliseconds, ascending. */
record Latencies(double[] sorted) {
    private static final double P95 = 0.95;
    private static final double NANOS_A_MILLI = 1_000_000;

    static Latencies of(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    static Latencies of(Collection<Double> millis) {
        return of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How long this takes. */
    static double millis(Runnable request) {
        long begun = System.nanoTime();
        request.run();
        return (System.nanoTime() - begun) / NANOS_A_MILLI;
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return Median.of(sorted);
    }

    double p95() {
        return sorted[(int) (sorted.length * P95)];
    }

    double max() {
        return sorted[sorted.length - 1];
    }
}
