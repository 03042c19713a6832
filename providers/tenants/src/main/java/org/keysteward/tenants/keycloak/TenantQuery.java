package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.Plan;
import org.keysteward.tenants.Term;

/** Reads tenants with license and seats: the same few statements, however many there are. */
final class TenantQuery {
    private static final String ROWS = "select o.id, o.alias, o.name, o.enabled, o.redirectUrl, l, p, "
            + MembershipRows.COUNT + ", " + MembershipRows.PENDING
            + ", k.role, x"
            + " from OrganizationEntity o left join LicenseEntity l on l.tenantId = o.id"
            + " left join PlanEntity p on p.id = l.planId"
            + " left join DeletionEntity x on x.tenantId = o.id"
            + " left join MemberEntity k on k.tenantId = o.id and k.userId = :user"
            + " where o.realmId = :realm";
    private static final String IS_ACTIVE_MEMBER =
            MembershipRows.HAVE_THE_USER + " and coalesce(k.status, :active) = :active";
    private static final String NAMES = "select o.id, o.alias from OrganizationEntity o";
    private static final String ACTIVE_MEMBERS_ONLY =
            " left join MemberEntity k on k.tenantId = o.id and k.userId = :user" + " where " + IS_ACTIVE_MEMBER
                    + " and not exists (select 1 from DeletionEntity x where x.tenantId = o.id) and";
    // Both in one text: making it lower-case is what a search among many costs most.
    private static final String NAMED = " and lower(concat(o.name, '\n', o.alias)) like :search escape '!'";
    private static final String ONE = ROWS + " and o.id = :tenant";

    /** A tenant as it stands in the database. */
    record Row(
            String id,
            String alias,
            String name,
            boolean enabled,
            @Nullable String redirectUrl,
            Optional<LicenseEntity> chosen,
            Optional<PlanEntity> plan,
            long members,
            long pending,
            @Nullable String role,
            Optional<DeletionEntity> deletion) {
        License license(Optional<PlanEntity> realmDefault) {
            var chosenPlan = plan.map(PlanEntity::plan);
            var fallback = realmDefault.map(PlanEntity::plan);
            return chosen.map(row -> row.license(chosenPlan, fallback)).orElseGet(() -> unlicensed(fallback));
        }

        long seatsUsed(License license) {
            return license.invitationsHoldSeats() ? members + pending : members;
        }

        /** An organization that was there before us and that nobody has joined since. */
        static License unlicensed(Optional<Plan> realmDefault) {
            return new License(
                    realmDefault.orElse(null),
                    License.Source.DEFAULT,
                    License.Overrides.NONE,
                    new Term(null, null, realmDefault.map(Plan::graceDays).orElse(0)),
                    null);
        }
    }

    private final EntityManager entityManager;
    private final String realmId;
    private final Clock clock;

    TenantQuery(KeycloakSession session) {
        this.entityManager = Rows.entityManager(session);
        this.realmId = session.getContext().getRealm().getId();
        this.clock = KernelFactory.of(session).clock();
    }

    /**
     * Which tenants are on the page is asked first, and alone: what belongs to each is read for those only.
     *
     * @param all whether also tenants in which the user is no member
     */
    List<Row> page(String userId, boolean all, @Nullable String search, String after, int count) {
        var tenants = names(userId, all, search, after, count);
        return of(userId, tenants.stream().map(TenantRef::id).toList());
    }

    /** The tenants of a page and nothing of what belongs to them, in one statement. */
    List<TenantRef> names(String userId, boolean all, @Nullable String search, String after, int count) {
        var words = search == null ? "" : search.strip();
        var named = !words.isEmpty();
        var query = entityManager
                .createQuery(
                        NAMES + (all ? " where" : ACTIVE_MEMBERS_ONLY) + " o.realmId = :realm and o.alias > :after"
                                + (named ? NAMED : "") + " order by o.alias",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setMaxResults(count);
        if (!all) {
            query.setParameter("user", userId).setParameter("active", MemberStatus.ACTIVE.key());
        }
        if (named) {
            query.setParameter("search", pattern(words));
        }
        return query.getResultStream()
                .map(row -> new TenantRef((String) row[0], (String) row[1]))
                .toList();
    }

    Row one(String userId, String tenantId) {
        return rows(entityManager
                        .createQuery(ONE, Object[].class)
                        .setParameter("user", userId)
                        .setParameter("tenant", tenantId))
                .get(0);
    }

    List<Row> of(List<String> tenantIds) {
        return of("", tenantIds);
    }

    /** By alias, with the user's role in each. */
    private List<Row> of(String userId, List<String> tenantIds) {
        return tenantIds.isEmpty()
                ? List.of()
                : rows(entityManager
                        .createQuery(ROWS + " and o.id in :tenants order by o.alias", Object[].class)
                        .setParameter("user", userId)
                        .setParameter("tenants", tenantIds));
    }

    Map<String, List<TenantView.DomainView>> domains(List<Row> tenants) {
        if (tenants.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select d.organization.id, d.name, d.verified from OrganizationDomainEntity d"
                                + " where d.organization.id in :tenants union all"
                                + " select c.tenantId, c.name, false from DomainEntity c where c.tenantId in :tenants"
                                + " and not exists (select 1 from OrganizationDomainEntity e"
                                + " where e.organization.id = c.tenantId and e.name = c.name)",
                        Object[].class)
                .setParameter("tenants", tenants.stream().map(Row::id).toList())
                .getResultStream()
                .sorted(Comparator.comparing(row -> (String) row[1]))
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new TenantView.DomainView((String) row[1], Boolean.TRUE.equals(row[2])),
                                Collectors.toList())));
    }

    private List<Row> rows(TypedQuery<Object[]> query) {
        return query.setParameter("realm", realmId)
                .setParameter("now", (int) clock.instant().getEpochSecond())
                .getResultStream()
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        Boolean.TRUE.equals(row[3]),
                        (String) row[4],
                        Optional.ofNullable((LicenseEntity) row[5]),
                        Optional.ofNullable((PlanEntity) row[6]),
                        ((Number) row[7]).longValue(),
                        ((Number) row[8]).longValue(),
                        (String) row[9],
                        Optional.ofNullable((DeletionEntity) row[10])))
                .toList();
    }

    static String pattern(String search) {
        var literal = search.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
