package org.keysteward.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keysteward.kernel.FieldErrors;

/**
 * How much happened when, and of what kind. Counts are kept by the hour, so times are widened to whole hours.
 *
 * @param from the first hour
 * @param to the first hour that is not meant any more
 */
public record SummaryQuestion(Instant from, Instant to, Bucket bucket, By by) {
    public static final List<String> PARAMETERS = List.of("from", "to", "bucket", "by");
    public static final int MAX_DAYS = 400;
    public static final int MAX_BUCKETS = 2000;

    private static final Duration DEFAULT = Duration.ofHours(24);

    /** What is told apart. */
    public enum By {
        CATEGORY,
        ACTION,
        OUTCOME;

        static Optional<By> of(String key) {
            return Arrays.stream(values())
                    .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(key))
                    .findFirst();
        }
    }

    /** What was counted in one hour, or in one day. */
    public record Count(Instant time, String key, long records) {}

    /**
     * One stretch of time.
     *
     * @param start where it begins: an ISO 8601 time in UTC
     * @param counts how many records, by category, action or outcome
     */
    public record Counted(String start, Map<String, Long> counts) {}

    /** @param errors told of everything that is wrong, as {@code ?name} */
    public static SummaryQuestion of(Map<String, String> values, Instant now, FieldErrors errors) {
        var to = errors.optionalTime("?to", values.get("to")).orElse(now);
        var from = errors.optionalTime("?from", values.get("from")).orElse(to.minus(DEFAULT));
        var bucket = Bucket.of(values.getOrDefault("bucket", "hour"));
        if (bucket.isEmpty()) {
            errors.add("?bucket", "A bucket is hour, day or month.");
        }
        var by = By.of(values.getOrDefault("by", "category"));
        if (by.isEmpty()) {
            errors.add("?by", "A summary is by category, action or outcome.");
        }
        var question = new SummaryQuestion(
                from.truncatedTo(ChronoUnit.HOURS), ceiling(to), bucket.orElse(Bucket.HOUR), by.orElse(By.CATEGORY));
        if (from.isAfter(to)) {
            errors.add("?from", "The beginning comes after the end.");
        } else if (Duration.between(question.from, question.to).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            errors.add("?from", "At most " + MAX_DAYS + " days can be asked for.");
        } else if (question.starts().size() > MAX_BUCKETS) {
            errors.add("?bucket", "That is more than " + MAX_BUCKETS + " buckets; take longer ones.");
        }
        return question;
    }

    /** All buckets in their order, also those in which nothing happened. */
    public List<Counted> answer(List<Count> counts) {
        var byStart = new TreeMap<Instant, Map<String, Long>>();
        starts().forEach(start -> byStart.put(start, new TreeMap<>()));
        for (var count : counts) {
            var bucketed = byStart.get(bucket.start(count.time()));
            if (bucketed != null) {
                bucketed.merge(count.key(), count.records(), Long::sum);
            }
        }
        return byStart.entrySet().stream()
                .map(one -> new Counted(one.getKey().toString(), one.getValue()))
                .toList();
    }

    private List<Instant> starts() {
        var starts = new ArrayList<Instant>();
        for (var start = bucket.start(from);
                start.isBefore(to) && starts.size() <= MAX_BUCKETS;
                start = bucket.next(start)) {
            starts.add(start);
        }
        return starts;
    }

    private static Instant ceiling(Instant time) {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
