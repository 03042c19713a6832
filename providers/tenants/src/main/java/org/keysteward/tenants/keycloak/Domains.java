package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.DomainChallenge;
import org.keysteward.tenants.DomainName;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;

/**
 * A tenant's domains. A claim is a row of ours and nothing else: Keycloak, which sends people to identity providers by
 * their domain, learns of it when it is verified. So anyone may claim anything, and nobody keeps the owner out.
 */
final class Domains {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;

    private final ApiRequest request;
    private final EntityManager entityManager;
    private final OrganizationProvider organizations;
    private final TenantRef tenant;

    Domains(ApiRequest request, TenantRef tenant) {
        this.request = request;
        this.entityManager = Rows.entityManager(request.session());
        this.organizations = request.session().getProvider(OrganizationProvider.class);
        this.tenant = tenant;
    }

    List<DomainView> list() {
        var known = organization()
                .getDomains()
                .collect(Collectors.toMap(OrganizationDomainModel::getName, OrganizationDomainModel::isVerified));
        var views = new TreeMap<String, DomainView>();
        known.forEach((name, verified) -> views.put(name, DomainView.stock(name, verified)));
        claims().forEach(claim ->
                views.put(claim.name(), DomainView.of(claim, known.getOrDefault(claim.name(), false))));
        return List.copyOf(views.values());
    }

    Optional<DomainView> find(String name) {
        return list().stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    /** @param pointer of the field that names the domain */
    void claim(DomainName domain, String pointer) {
        var held = new LicenseLock(request.session()).take(tenant.id());
        if (find(domain.value())
                .filter(one -> one.createdAt() != null || one.verified())
                .isPresent()) {
            throw TenantProblems.domainClaimed(pointer);
        }
        refuseTaken(domain, pointer);
        var used = new TenantUse(request.session(), tenant.id()).domains();
        var reservation =
                held.license().reserve(Limit.DOMAINS, used, request.clock().instant());
        if (reservation instanceof Reservation.Refused refused) {
            new Refusals(request.session()).record(tenant, refused);
            throw TenantProblems.refused(tenant, refused);
        }
        entityManager.persist(new DomainEntity(
                new DomainEntity.Key(tenant.id(), domain.value()),
                request.realm().getId(),
                secret(),
                request.clock().millis()));
        entityManager.flush();
        record("domain.claimed", domain, new AuditEntry.Change("/verified", null, false));
    }

    /** Whether somebody else has it, so that it cannot be had at all. */
    void refuseTaken(DomainName domain, String pointer) {
        var owner = organizations.getByDomainName(domain.value());
        if (owner != null && !owner.getId().equals(tenant.id())) {
            throw TenantProblems.domainTaken(pointer);
        }
    }

    Optional<DomainChallenge> challenge(DomainName domain) {
        return claimOf(domain).map(claim -> new DomainChallenge(domain, claim.challenge()));
    }

    /** @param by {@code dns} or {@code administrator} */
    void verified(DomainName domain, String by) {
        new LicenseLock(request.session()).take(tenant.id());
        var claim = claimOf(domain).orElseThrow(TenantProblems::unknownDomain);
        refuseTaken(domain, "");
        forgetGivenUp(domain);
        claim.verified(by, request.clock().millis());
        try {
            entityManager.flush();
            setDomains(domain, true);
            entityManager.flush();
        } catch (PersistenceException | ModelException e) {
            // Another tenant verified it since we looked.
            throw TenantProblems.domainTaken("");
        }
        record("domain.verified", domain, new AuditEntry.Change("/verifiedBy", null, by));
    }

    /** A domain that an administrator took away from its tenant in Keycloak's own console is nobody's. */
    private void forgetGivenUp(DomainName domain) {
        entityManager
                .createQuery("update DomainEntity d set d.verifiedAt = null, d.verifiedBy = null, d.verifiedName = null"
                        + " where d.realmId = :realm and d.name = :name and d.verifiedAt is not null"
                        + " and not exists (select 1 from OrganizationDomainEntity o"
                        + " where o.organization.id = d.tenantId and o.name = d.name)")
                .setParameter("realm", request.realm().getId())
                .setParameter("name", domain.value())
                .executeUpdate();
    }

    void remove(DomainName domain) {
        new LicenseLock(request.session()).take(tenant.id());
        if (find(domain.value()).isEmpty()) {
            throw TenantProblems.unknownDomain();
        }
        claimOf(domain).ifPresent(entityManager::remove);
        setDomains(domain, false);
        entityManager.flush();
        record("domain.removed", domain, new AuditEntry.Change("/name", domain.value(), null));
    }

    private void setDomains(DomainName domain, boolean wanted) {
        var organization = organization();
        Set<OrganizationDomainModel> domains = organization
                .getDomains()
                .filter(one -> !one.getName().equals(domain.value()))
                .sorted(Comparator.comparing(OrganizationDomainModel::getName))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted) {
            domains.add(new OrganizationDomainModel(domain.value(), true));
        }
        organization.setDomains(domains);
    }

    private List<DomainEntity> claims() {
        return entityManager
                .createQuery("select d from DomainEntity d where d.tenantId = :tenant", DomainEntity.class)
                .setParameter("tenant", tenant.id())
                .getResultList();
    }

    private Optional<DomainEntity> claimOf(DomainName domain) {
        return Optional.ofNullable(
                entityManager.find(DomainEntity.class, new DomainEntity.Key(tenant.id(), domain.value())));
    }

    private OrganizationModel organization() {
        return organizations.getById(tenant.id());
    }

    private void record(String action, DomainName domain, AuditEntry.Change change) {
        request.record(AuditEntry.changed(
                action, request.actor(), tenant, new AuditEntry.Target("domain", domain.value()), change));
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
