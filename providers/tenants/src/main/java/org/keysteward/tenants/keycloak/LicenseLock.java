package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.OnExpiry;
import org.keysteward.tenants.Plan;
import org.keysteward.tenants.Suspension;
import org.keysteward.tenants.Term;

/**
 * The lock of a tenant, which is its license row: whoever adds anything that a limit counts takes it first, so that
 * such changes come one after the other, on every node. What it reads under the lock comes from the database, never
 * from what the transaction has loaded before.
 */
final class LicenseLock {
    private static final String LOCK = "select cast(l.LIMITS as varchar(4000)) as OVERRIDES, l.PLAN_ID, l.SIGNED_ID,"
            + " l.STARTS_AT, l.EXPIRES_AT, l.GRACE_DAYS, l.SUSPENDED_AT, l.WARNED, l.PEAK_DAY, l.PEAK"
            + " from KS_LICENSE l where l.TENANT_ID = ?1 for update";
    private static final String PLAN =
            "select p.planKey, p.limits, p.graceDays, p.onExpiry, p.invitationsHoldSeats from PlanEntity p where ";

    /**
     * What holds under the lock. Features are not among it.
     *
     * @param warned the percentage of seats that owners were last warned of
     * @param peakDay the day since the epoch of {@code peak}
     */
    record Held(License license, int warned, long peakDay, long peak) {}

    private final KeycloakSession session;
    private final EntityManager entityManager;

    LicenseLock(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
    }

    /** Takes the lock until the transaction ends, making the tenant's row where there is none. */
    Held take(String tenantId) {
        var rows = lockedRow(tenantId);
        if (rows.isEmpty()) {
            makeRow(tenantId);
            rows = lockedRow(tenantId);
        }
        return held(rows.get(0));
    }

    void makeRow(String tenantId) {
        Rows.insertIfAbsent(
                entityManager,
                "insert into KS_LICENSE (TENANT_ID, REALM_ID, LIMITS, VERSION, UPDATED_AT) values (?, ?, '{}', 0, 0)",
                tenantId,
                session.getContext().getRealm().getId());
    }

    private Held held(Object[] row) {
        var planId = (String) row[1];
        var plan = plan(planId);
        var graceDays = row[5] == null ? plan.map(Plan::graceDays).orElse(0) : ((Number) row[5]).intValue();
        var license = new License(
                plan.orElse(null),
                source(planId, row[2]),
                new License.Overrides(Json.readLimits((String) row[0]), Map.of(), Map.of()),
                new Term(time(row[3]), time(row[4]), graceDays),
                row[6] == null ? null : new Suspension(Instant.ofEpochMilli(((Number) row[6]).longValue()), ""));
        return new Held(
                license, ((Number) row[7]).intValue(), ((Number) row[8]).longValue(), ((Number) row[9]).longValue());
    }

    private static License.Source source(@Nullable String planId, @Nullable Object signedId) {
        if (signedId != null) {
            return License.Source.SIGNED;
        }
        return planId == null ? License.Source.DEFAULT : License.Source.ADMINISTRATOR;
    }

    private Optional<Plan> plan(@Nullable String planId) {
        if (planId != null) {
            return entityManager
                    .createQuery(PLAN + "p.id = :id", Object[].class)
                    .setParameter("id", planId)
                    .getResultStream()
                    .findFirst()
                    .map(LicenseLock::plan);
        }
        var key = new Plans(session).defaultKey();
        return key.isEmpty()
                ? Optional.empty()
                : entityManager
                        .createQuery(PLAN + "p.realmId = :realm and p.planKey = :key", Object[].class)
                        .setParameter("realm", session.getContext().getRealm().getId())
                        .setParameter("key", key)
                        .getResultStream()
                        .findFirst()
                        .map(LicenseLock::plan);
    }

    private static Plan plan(Object[] row) {
        return new Plan(
                (String) row[0],
                "",
                Json.readLimits((String) row[1]),
                Map.of(),
                Map.of(),
                (Integer) row[2],
                OnExpiry.of((String) row[3]).orElse(OnExpiry.DENY_SIGN_IN),
                (Boolean) row[4]);
    }

    private static @Nullable Instant time(@Nullable Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(((Number) millis).longValue());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> lockedRow(String tenantId) {
        return entityManager.createNativeQuery(LOCK).setParameter(1, tenantId).getResultList();
    }
}
