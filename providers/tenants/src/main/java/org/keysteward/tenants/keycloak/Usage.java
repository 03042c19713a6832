package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.DailyUsage;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.SeatWarning;

/** Looks at what tenants use, and keeps a row for each day. */
final class Usage {
    private static final int TENANTS_AT_ONCE = 500;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final String ACTIVITY = "select o.id, sum(case when a.day = :today then a.signIns else 0 end),"
            + " count(distinct case when a.day = :today then a.userId end),"
            + " count(distinct case when a.day > :week then a.userId end), count(distinct a.userId)"
            + " from OrganizationEntity o join ";
    private static final String OF_LOCAL = ACTIVITY + "UserGroupMembershipEntity m on m.groupId = o.groupId"
            + " join ActivityEntity a on a.userId = m.user.id and a.day > :month where o.id in :tenants group by o.id";
    private static final String OF_FEDERATED = ACTIVITY
            + "FederatedUserGroupMembershipEntity m on m.groupId = o.groupId"
            + " join ActivityEntity a on a.userId = m.userId and a.day > :month where o.id in :tenants group by o.id";

    /** Sign-ins, and members who were active: today, in a week, in a month. */
    private record Activity(int signIns, int day, int week, int month) {
        static final Activity NONE = new Activity(0, 0, 0, 0);

        Activity plus(Activity other) {
            return new Activity(signIns + other.signIns, day + other.day, week + other.week, month + other.month);
        }
    }

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final Clock clock;

    Usage(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.clock = KernelFactory.of(session).clock();
    }

    int today() {
        return (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    /** The days from the first to the last, both included; today as it is at this moment. */
    List<DailyUsage> between(String tenantId, int first, int last) {
        var days = new TreeMap<Integer, DailyUsage>();
        entityManager
                .createQuery(
                        "select u from UsageEntity u where u.tenantId = :tenant and u.day between :first and :last",
                        UsageEntity.class)
                .setParameter("tenant", tenantId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .forEach(row -> days.put(row.usage().day(), row.usage()));
        var today = today();
        if (first <= today && today <= last) {
            var now = now(new TenantQuery(session).of(List.of(tenantId)), today).get(tenantId);
            if (now != null) {
                days.merge(today, now, Usage::later);
            }
        }
        return List.copyOf(days.values());
    }

    private static DailyUsage later(DailyUsage before, DailyUsage now) {
        return before.seatsPeak() <= now.seatsPeak()
                ? now
                : new DailyUsage(
                        now.day(),
                        now.seatsUsed(),
                        now.seatLimit(),
                        before.seatsPeak(),
                        now.pendingInvitations(),
                        now.activeMembers1(),
                        now.activeMembers7(),
                        now.activeMembers30(),
                        now.signIns());
    }

    /** Keeps today's row of every tenant, and forgets what is too old; once in the cluster, some at a time. */
    static void keep(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> new Usage(session).forget());
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(factory, Usage::realms);
        for (var realm : realms) {
            String after = "";
            while (after != null && !Thread.currentThread().isInterrupted()) {
                var from = after;
                after = KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> keepSome(session, realm, from));
            }
        }
    }

    private static List<String> realms(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery("select distinct o.realmId from OrganizationEntity o", String.class)
                .getResultList();
    }

    /** @return behind which alias the next ones come; null when there are no more */
    private static @Nullable String keepSome(KeycloakSession session, String realmId, String after) {
        var realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return null;
        }
        session.getContext().setRealm(realm);
        var rows = new TenantQuery(session).page("", true, null, after, TENANTS_AT_ONCE);
        new Usage(session).keep(realmId, rows);
        return rows.size() < TENANTS_AT_ONCE ? null : rows.get(rows.size() - 1).alias();
    }

    private void keep(String realmId, List<TenantQuery.Row> rows) {
        var today = today();
        now(rows, today).forEach((tenantId, usage) -> {
            var key = new UsageEntity.Key(tenantId, today);
            var row = entityManager.find(UsageEntity.class, key);
            if (row == null) {
                row = new UsageEntity(key, realmId);
                entityManager.persist(row);
            }
            row.take(usage);
            calmDown(tenantId, row.usage());
        });
        entityManager.flush();
    }

    /** A day that stayed clear of the threshold lets the owners be warned again. */
    private void calmDown(String tenantId, DailyUsage usage) {
        var limit = usage.seatLimit() == null ? OptionalLong.empty() : OptionalLong.of(usage.seatLimit());
        entityManager
                .createQuery("update LicenseEntity l set l.warned = :percent"
                        + " where l.tenantId = :tenant and l.warned > :percent")
                .setParameter(
                        "percent", SeatWarning.at(usage.seatsPeak(), limit).percent())
                .setParameter("tenant", tenantId)
                .executeUpdate();
    }

    private Map<String, DailyUsage> now(List<TenantQuery.Row> rows, int today) {
        var activity = activity(rows.stream().map(TenantQuery.Row::id).toList(), today);
        var realmDefault = new Plans(session).realmDefault();
        var usage = new HashMap<String, DailyUsage>();
        for (var row : rows) {
            var license = row.license(realmDefault);
            var limit = license.limits().of(Limit.SEATS);
            var used = (int) row.seatsUsed(license);
            var seen = activity.getOrDefault(row.id(), Activity.NONE);
            usage.put(
                    row.id(),
                    new DailyUsage(
                            today,
                            used,
                            limit.isPresent() ? (int) limit.getAsLong() : null,
                            Math.max(
                                    used,
                                    row.chosen()
                                            .map(chosen -> chosen.peakOn(today))
                                            .orElse(0)),
                            (int) row.pending(),
                            seen.day(),
                            seen.week(),
                            seen.month(),
                            seen.signIns()));
        }
        return usage;
    }

    private Map<String, Activity> activity(List<String> tenants, int today) {
        var activity = new HashMap<String, Activity>();
        if (tenants.isEmpty()) {
            return activity;
        }
        for (var text : List.of(OF_LOCAL, OF_FEDERATED)) {
            entityManager
                    .createQuery(text, Object[].class)
                    .setParameter("today", today)
                    .setParameter("week", today - WEEK)
                    .setParameter("month", today - MONTH)
                    .setParameter("tenants", tenants)
                    .getResultStream()
                    .forEach(row -> activity.merge(
                            (String) row[0],
                            new Activity(number(row[1]), number(row[2]), number(row[3]), number(row[4])),
                            Activity::plus));
        }
        return activity;
    }

    private void forget() {
        entityManager
                .createQuery("delete from UsageEntity u where u.day <= :day")
                .setParameter("day", today() - DailyUsage.KEPT_DAYS)
                .executeUpdate();
        entityManager
                .createQuery("delete from ActivityEntity a where a.day <= :day")
                .setParameter("day", today() - MONTH)
                .executeUpdate();
    }

    private static int number(Object sum) {
        return ((Number) sum).intValue();
    }
}
