package org.keysteward.audit.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.audit.retention.HeldSubjects;
import org.keysteward.audit.retention.RetentionPolicy;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.AuditEntry.Category;
import org.keysteward.kernel.keycloak.AuditTrailProvider;

/**
 * Makes tombstones of records whose time is over, some in each transaction and with a pause behind each, so that whoever
 * signs in meanwhile hardly notices.
 */
final class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    /** So often what is kept for longer than the rest is looked at again. */
    private static final Duration WHOLE_WALK = Duration.ofHours(23);

    private static final int PEOPLE_AT_ONCE = 5000;

    /**
     * How far a walk has come: all up to there has ended, or is kept for longer.
     *
     * @param rules those by which that was so
     */
    private record Place(long seq, Rules rules, Instant wholeWalk) {}

    private record Rules(RetentionPolicy policy, HeldSubjects held) {}

    private record Walk(String realm, Set<Category> categories) {}

    private final ServerKeys keys;
    private final Clock clock;
    private final int batch;
    private final Duration pause;
    /** Of this node: another one that takes over walks from the beginning once. */
    private final Map<Walk, Place> places = new ConcurrentHashMap<>();

    Retention(ServerKeys keys, Clock clock, int batch, Duration pause) {
        this.keys = keys;
        this.clock = clock;
        this.batch = batch;
        this.pause = pause;
    }

    void run(KeycloakSessionFactory factory) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> Sql.in(
                        session,
                        sql -> sql.list(
                                "select REALM_ID from KS_AUDIT_CHAIN order by REALM_ID", row -> row.getString(1))));
        for (var realm : realms) {
            try {
                new Run(factory, realm).run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Retention of audit records of realm %s stopped; it goes on with the next run", realm);
            }
        }
    }

    /** What is done in one realm. */
    private final class Run {
        private final KeycloakSessionFactory factory;
        private final String realm;
        private final Instant now = clock.instant();
        private final Rules rules;
        private final ForgottenPeople forgotten;
        private final Set<String> people = new HashSet<>();
        private long expired;
        private long forgottenPeople;

        Run(KeycloakSessionFactory factory, String realm) {
            this.factory = factory;
            this.realm = realm;
            this.rules = KeycloakModelUtils.runJobInTransactionWithResult(factory, this::rules);
            this.forgotten = new ForgottenPeople(keys, realm);
        }

        void run() throws InterruptedException {
            for (var categories : rules.policy().groups()) {
                walk(categories);
            }
            forgetPeople();
            forgottenPeople +=
                    forgotten.forgetUnknown(factory, rules.policy().youngest(List.of(Category.values()), now), now);
            if (expired + forgottenPeople > 0) {
                KeycloakModelUtils.runJobInTransaction(factory, this::record);
            }
        }

        private void walk(Set<Category> categories) throws InterruptedException {
            var expiry = new Expiry(keys, realm, rules.policy(), now, batch);
            var walk = new Walk(realm, categories);
            var start = start(walk);
            var behind = start.seq();
            var firstYoung = Long.MAX_VALUE;
            Expiry.Step step;
            do {
                var from = behind;
                step = KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> expiry.step(session, categories, from));
                behind = Math.max(behind, step.last());
                firstYoung = Math.min(firstYoung, step.firstYoung());
                expired += step.expired();
                people.addAll(step.people());
                if (people.size() >= PEOPLE_AT_ONCE) {
                    forgetPeople();
                }
                Thread.sleep(step.expired() > 0 ? pause.toMillis() : 0);
            } while (step.seen() == batch && !step.onlyYoung());
            places.put(walk, new Place(Math.min(behind, firstYoung - 1), rules, start.wholeWalk()));
        }

        private Place start(Walk walk) {
            var known = places.get(walk);
            return known != null
                            && known.rules().equals(rules)
                            && known.wholeWalk().plus(WHOLE_WALK).isAfter(now)
                    ? known
                    : new Place(0, rules, now);
        }

        private void forgetPeople() {
            forgottenPeople += forgotten.forget(factory, people, now);
            people.clear();
        }

        private Rules rules(KeycloakSession session) {
            var model = session.realms().getRealm(realm);
            HeldSubjects held = Sql.in(session, sql -> new HoldRows(sql, realm).held());
            if (model == null) {
                return new Rules(RetentionSettings.defaults(), held);
            }
            session.getContext().setRealm(model);
            return new Rules(RetentionSettings.policy(session), held);
        }

        private void record(KeycloakSession session) {
            LOG.infof(
                    "%d audit records of realm %s have ended, and %d persons with them",
                    expired, realm, forgottenPeople);
            var model = session.realms().getRealm(realm);
            if (model == null) {
                return;
            }
            session.getContext().setRealm(model);
            session.getProvider(AuditTrailProvider.class)
                    .record(new AuditEntry(
                            Category.COMPLIANCE,
                            "retention.applied",
                            new Actor.Server(),
                            null,
                            new AuditEntry.Target("audit", realm),
                            AuditEntry.Outcome.SUCCESS,
                            List.of(
                                    new AuditEntry.Change("/records", null, expired),
                                    new AuditEntry.Change("/persons", null, forgottenPeople),
                                    new AuditEntry.Change(
                                            "/policy", null, rules.policy().text()))));
        }
    }
}
