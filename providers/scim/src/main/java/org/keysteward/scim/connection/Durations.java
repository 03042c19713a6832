package org.keysteward.scim.connection;

import java.util.Map;
import java.util.TreeMap;

/** How long requests took, in classes that are a quarter of a power of two wide: percentiles are right to about a fifth. */
public final class Durations {
    private static final int CLASSES_A_DOUBLING = 4;
    private static final int MOST = 80;

    private final TreeMap<Integer, Long> counts;

    /** @param counts how many requests are of each class */
    public Durations(Map<Integer, Long> counts) {
        this.counts = new TreeMap<>(counts);
    }

    /** @param millis a duration */
    public static int classOf(long millis) {
        var exponent = Math.log(Math.max(1, millis)) / Math.log(2);
        return Math.min(MOST, (int) Math.ceil(exponent * CLASSES_A_DOUBLING));
    }

    /**
     * The duration that such a part of all requests did not exceed, in milliseconds; 0 where there was none.
     *
     * @param part from 0 to 1
     */
    public long percentile(double part) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var wanted = (long) Math.ceil(all * part);
        var seen = 0L;
        for (var one : counts.entrySet()) {
            seen += one.getValue();
            if (seen >= wanted) {
                return Math.round(Math.pow(2, (double) one.getKey() / CLASSES_A_DOUBLING));
            }
        }
        return 0;
    }
}
