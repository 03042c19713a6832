package org.keysteward.scim.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.scim.connection.Durations;

/**
 * What becomes of connections' requests. No request waits for a row of this: it is noted in memory, and written with
 * others some seconds later. A node that dies takes its last seconds with it, which a health page can bear.
 */
final class HealthNotes {
    private static final Logger LOG = Logger.getLogger(HealthNotes.class);
    private static final int MOST_COUNTS = 50_000;
    private static final int MOST_ERRORS = 1_000;
    private static final Duration TOLD_EVERY = Duration.ofHours(1);
    private static final Duration REFUSAL_TOLD_EVERY = Duration.ofMinutes(1);

    /** Requests that came no further than the door, as an operation. */
    static final String REFUSED = "refused";

    private final Map<HealthCounts.Key, Long> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<HealthError> errors = new ConcurrentLinkedQueue<>();
    /** When tokens were used, by their ids. */
    private final Map<String, Long> uses = new ConcurrentHashMap<>();
    /** When the audit trail was last told that connections are used, by their ids. */
    private final Map<String, Long> toldAt = new ConcurrentHashMap<>();
    /** When refusals were last told, by connection and status. */
    private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();

    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A token was used.
     *
     * @return whether this node has told nobody of the connection's use for an hour
     */
    boolean used(String token, String connection, long now) {
        uses.put(token, now);
        var told = toldAt.putIfAbsent(connection, now);
        return told == null || (told <= now - TOLD_EVERY.toMillis() && toldAt.replace(connection, told, now));
    }

    /** @param operation such as {@code create user} */
    void succeeded(String connection, String operation, long millis) {
        succeeded(connection, operation);
        add(HealthCounts.Key.duration(connection, Durations.classOf(millis)));
    }

    /** Of a part of a request, which has no duration of its own. */
    void succeeded(String connection, String operation) {
        add(HealthCounts.Key.succeeded(connection, operation));
    }

    void failed(long millis, HealthError error) {
        failed(error);
        add(HealthCounts.Key.duration(error.connection(), Durations.classOf(millis)));
    }

    /** Of a part of a request. */
    void failed(HealthError error) {
        count(error);
        tell(error);
    }

    /** It is not told of: what it failed with says another one. */
    void count(HealthError error) {
        add(HealthCounts.Key.failed(error.connection(), error.operation()));
    }

    /** Each is counted, and one a minute told of: whoever goes on and on does not push other errors out. */
    void refused(HealthError error) {
        count(error);
        var key = error.connection() + "/" + error.status();
        if (refusedAt.size() >= MOST_COUNTS) {
            refusedAt.clear();
        }
        var told = refusedAt.putIfAbsent(key, error.at());
        if (told == null
                || (told <= error.at() - REFUSAL_TOLD_EVERY.toMillis() && refusedAt.replace(key, told, error.at()))) {
            tell(error);
        }
    }

    private void tell(HealthError error) {
        if (waiting.incrementAndGet() <= MOST_ERRORS) {
            errors.add(error);
        } else {
            waiting.decrementAndGet();
        }
    }

    /** Attributes that no schema has. */
    void ignored(String connection, List<String> names) {
        names.forEach(name -> add(HealthCounts.Key.ignored(connection, name)));
    }

    /** Writes what was noted since; what cannot be written is noted again. */
    void write(KeycloakSessionFactory factory) {
        var amounts = takeCounts();
        var failures = takeErrors();
        var used = takeUses();
        if (amounts.isEmpty() && failures.isEmpty() && used.isEmpty()) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                new HealthCounts(session).add(amounts);
                new HealthErrors(session).add(failures);
                new HealthUses(session).note(used);
            });
        } catch (RuntimeException e) {
            LOG.warn("The health of provisioning connections could not be written; it is tried again", e);
            amounts.forEach((key, amount) -> counts.merge(key, amount, Long::sum));
        }
    }

    private void add(HealthCounts.Key key) {
        if (counts.size() < MOST_COUNTS || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    /** In the order of keys: two nodes that write at once wait for each other, and never in a circle. */
    private Map<HealthCounts.Key, Long> takeCounts() {
        var taken = new TreeMap<HealthCounts.Key, Long>();
        for (var key : counts.keySet()) {
            var amount = counts.remove(key);
            if (amount != null) {
                taken.put(key, amount);
            }
        }
        return taken;
    }

    private Map<String, Long> takeUses() {
        var taken = new TreeMap<String, Long>();
        for (var token : uses.keySet()) {
            var at = uses.remove(token);
            if (at != null) {
                taken.put(token, at);
            }
        }
        return taken;
    }

    private List<HealthError> takeErrors() {
        var taken = new ArrayList<HealthError>();
        for (var error = errors.poll(); error != null; error = errors.poll()) {
            waiting.decrementAndGet();
            taken.add(error);
        }
        return taken;
    }
}
