package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.LegalHoldsProvider;
import org.keysteward.kernel.keycloak.MemberChanges;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.kernel.keycloak.Rows;

/** Deletes tenants: at first they are only out of force, and can be restored. */
final class Deletions {
    static final RealmSetting DAYS = new RealmSetting(
            "tenants.deletionDays",
            "How many days a deleted tenant can be restored before everything of it goes.",
            "30",
            "a whole number from 0 to 365");

    private static final int MAX_DAYS = 365;

    private final ApiRequest request;
    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final TenantRef tenant;

    Deletions(ApiRequest request, TenantRef tenant) {
        this.request = request;
        this.session = request.session();
        this.entityManager = Rows.entityManager(session);
        this.tenant = tenant;
    }

    static boolean isDeleted(KeycloakSession session, String tenantId) {
        return Rows.entityManager(session).find(DeletionEntity.class, tenantId) != null;
    }

    static boolean isDays(String value) {
        return value.matches("\\d{1,3}") && Integer.parseInt(value) <= MAX_DAYS;
    }

    static List<String> holds(KeycloakSession session, TenantRef tenant) {
        return session.getAllProviders(LegalHoldsProvider.class).stream()
                .flatMap(holds -> holds.on(tenant).stream())
                .sorted()
                .toList();
    }

    DeletionPreview preview() {
        var organization = organization();
        var counts = entityManager
                .createQuery(
                        "select " + MembershipRows.COUNT + ", (select count(n.groupId) from UserGroupMembershipEntity n"
                                + " where n.groupId = o.groupId and n.membershipType = :managed),"
                                + " (select count(i.id) from OrganizationInvitationEntity i where i.organizationId = o.id)"
                                + " from OrganizationEntity o where o.id = :tenant",
                        Object[].class)
                .setParameter("managed", MembershipType.MANAGED.name())
                .setParameter("tenant", tenant.id())
                .getSingleResult();
        return new DeletionPreview(
                tenant.alias(),
                ((Number) counts[0]).longValue(),
                ((Number) counts[1]).longValue(),
                ((Number) counts[2]).longValue(),
                new Domains(request, tenant)
                        .list().stream().map(DomainView::name).toList(),
                organization
                        .getIdentityProviders()
                        .map(IdentityProviderModel::getAlias)
                        .sorted()
                        .toList(),
                holds(session, tenant),
                finalAt().toString());
    }

    /** @param now whether it is final at once */
    void delete(boolean now) {
        new LicenseLock(session).take(tenant.id());
        var holds = holds(session, tenant);
        if (!holds.isEmpty()) {
            throw TenantProblems.held(holds);
        }
        if (find().filter(row -> row.dueAt() <= request.clock().millis()).isPresent()) {
            throw TenantProblems.deletionIsFinal();
        }
        find().ifPresent(entityManager::remove);
        entityManager.flush();
        var requestedAt = request.clock().instant();
        var finalAt = now ? requestedAt : finalAt();
        entityManager.persist(new DeletionEntity(
                tenant.id(),
                request.realm().getId(),
                request.actor().id(),
                requestedAt.toEpochMilli(),
                finalAt.toEpochMilli()));
        entityManager.flush();
        MemberChanges.of(session).tell(session, tenant.id(), "");
        new Enforcement(session).apply(organization());
        record("tenant.deleted", new AuditEntry.Change("/finalAt", null, finalAt.toString()));
    }

    void restore() {
        new LicenseLock(session).take(tenant.id());
        var row = find().orElseThrow(TenantProblems::notDeleted);
        if (row.dueAt() <= request.clock().millis()) {
            throw TenantProblems.deletionIsFinal();
        }
        entityManager.remove(row);
        entityManager.flush();
        MemberChanges.of(session).tell(session, tenant.id(), "");
        new Enforcement(session).apply(organization());
        record(
                "tenant.restored",
                new AuditEntry.Change(
                        "/finalAt", Instant.ofEpochMilli(row.dueAt()).toString(), null));
    }

    private Optional<DeletionEntity> find() {
        return Optional.ofNullable(entityManager.find(DeletionEntity.class, tenant.id()));
    }

    private Instant finalAt() {
        var days = String.valueOf(RealmSettings.of(session).get(DAYS));
        return request.clock().instant().plus(Duration.ofDays(Integer.parseInt(days)));
    }

    private OrganizationModel organization() {
        return session.getProvider(OrganizationProvider.class).getById(tenant.id());
    }

    private void record(String action, AuditEntry.Change change) {
        request.record(AuditEntry.changed(
                action, request.actor(), tenant, new AuditEntry.Target("tenant", tenant.id()), change));
    }
}
