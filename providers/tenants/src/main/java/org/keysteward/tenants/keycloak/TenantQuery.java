package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.MemberStatus;

/** Reads tenants with license and seats: the same few statements, however many there are. */
final class TenantQuery {
    private static final String ROWS =
            "select o.id, o.alias, o.name, o.enabled, l, p, " + MembershipRows.COUNT + ", k.role"
                    + " from OrganizationEntity o left join LicenseEntity l on l.tenantId = o.id"
                    + " left join PlanEntity p on p.id = l.planId"
                    + " left join MemberEntity k on k.tenantId = o.id and k.userId = :user"
                    + " where o.realmId = :realm";
    private static final String IS_ACTIVE_MEMBER =
            MembershipRows.HAVE_THE_USER + " and coalesce(k.status, :active) = :active";
    private static final String PAGE = ROWS + " and o.alias > :after"
            + " and (lower(o.name) like :search escape '!' or lower(o.alias) like :search escape '!')"
            + " and (:all = true or (" + IS_ACTIVE_MEMBER + ")) order by o.alias";
    private static final String ONE = ROWS + " and o.id = :tenant";

    /** A tenant as it stands in the database. */
    record Row(
            String id,
            String alias,
            String name,
            boolean enabled,
            Optional<LicenseEntity> chosen,
            Optional<PlanEntity> plan,
            long seatsUsed,
            @Nullable String role) {
        License license(Optional<PlanEntity> realmDefault) {
            return License.of(
                    plan.map(PlanEntity::plan),
                    realmDefault.map(PlanEntity::plan),
                    chosen.map(LicenseEntity::overrides).orElse(Limits.NONE));
        }
    }

    private final EntityManager entityManager;
    private final String realmId;

    TenantQuery(KeycloakSession session) {
        this.entityManager = Rows.entityManager(session);
        this.realmId = session.getContext().getRealm().getId();
    }

    /** @param all whether also tenants in which the user is no member */
    List<Row> page(String userId, boolean all, @Nullable String search, String after, int count) {
        return rows(entityManager
                .createQuery(PAGE, Object[].class)
                .setParameter("user", userId)
                .setParameter("active", MemberStatus.ACTIVE.key())
                .setParameter("all", all)
                .setParameter("search", pattern(search))
                .setParameter("after", after)
                .setMaxResults(count));
    }

    Row one(String userId, String tenantId) {
        return rows(entityManager
                        .createQuery(ONE, Object[].class)
                        .setParameter("user", userId)
                        .setParameter("tenant", tenantId))
                .get(0);
    }

    Map<String, List<TenantView.DomainView>> domains(List<Row> tenants) {
        if (tenants.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery(
                        "select d.organization.id, d.name, d.verified from OrganizationDomainEntity d"
                                + " where d.organization.id in :tenants order by d.name",
                        Object[].class)
                .setParameter("tenants", tenants.stream().map(Row::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new TenantView.DomainView((String) row[1], Boolean.TRUE.equals(row[2])),
                                Collectors.toList())));
    }

    private List<Row> rows(TypedQuery<Object[]> query) {
        return query.setParameter("realm", realmId)
                .getResultStream()
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        Boolean.TRUE.equals(row[3]),
                        Optional.ofNullable((LicenseEntity) row[4]),
                        Optional.ofNullable((PlanEntity) row[5]),
                        ((Number) row[6]).longValue(),
                        (String) row[7]))
                .toList();
    }

    private static String pattern(@Nullable String search) {
        if (search == null || search.isBlank()) {
            return "%";
        }
        var literal = search.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
