package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.services.Urls;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.License;
import org.keysteward.tenants.signing.LicenseVerifier;
import org.keysteward.tenants.signing.SignedLicense;
import org.keysteward.tenants.signing.Verification;

/** Installs licenses that a vendor has signed. */
final class SignedLicenses {
    static final RealmSetting ONLY = new RealmSetting(
            "tenants.signedLicensesOnly",
            "Whether tenants get licenses in no other way than by installing one that the vendor has signed.",
            "false",
            "true or false");

    private final ApiRequest request;
    private final EntityManager entityManager;

    SignedLicenses(ApiRequest request) {
        this.request = request;
        this.entityManager = Rows.entityManager(request.session());
    }

    /** To be called before an administrator gives a license by hand. */
    void refuseUnsigned() {
        if ("true".equals(RealmSettings.of(request.session()).get(ONLY))) {
            throw TenantProblems.signedLicenseNeeded();
        }
    }

    /** To be called under the tenant's lock. */
    void install(TenantRef tenant, String token) {
        var verification = new LicenseVerifier(new LicenseKeyRing(request.session()).keys(), issuer(), request.clock())
                .verify(token, tenant.alias(), newest(tenant));
        if (verification instanceof Verification.Refused refused) {
            throw TenantProblems.signedLicenseRefused(refused);
        }
        if (verification instanceof Verification.Accepted accepted) {
            install(tenant, token, accepted);
        }
    }

    private void install(TenantRef tenant, String token, Verification.Accepted accepted) {
        var license = accepted.license();
        var plan = new Plans(request.session())
                .find(license.plan())
                .orElseThrow(() -> TenantProblems.signedPlanUnknown(license.plan()));
        keep(license, token);
        new Licenses(request)
                .give(
                        tenant,
                        new LicenseEntity.Grant(
                                plan.id(),
                                new License.Overrides(license.limits(), license.features(), Map.of()),
                                license.startsAt().toEpochMilli(),
                                license.expiresAt().toEpochMilli(),
                                license.graceDays(),
                                license.id()));
        request.record(AuditEntry.changed(
                "license.installed",
                request.actor(),
                tenant,
                new AuditEntry.Target("license", tenant.id()),
                new AuditEntry.Change("/signedId", null, license.id()),
                new AuditEntry.Change("/kid", null, accepted.kid())));
    }

    private void keep(SignedLicense license, String token) {
        var key = new SignedLicenseEntity.Key(request.realm().getId(), license.id());
        var known = entityManager.find(SignedLicenseEntity.class, key);
        if (known == null) {
            entityManager.persist(
                    new SignedLicenseEntity(key, license, token, request.clock().millis()));
        } else if (!known.token().equals(token)) {
            throw TenantProblems.signedLicenseRefused(new Verification.Refused(
                    Verification.Reason.MALFORMED, "Another license with the same jti was installed before."));
        }
    }

    /** When the newest license was issued that this tenant, or one of its name before it, ever had. */
    private Optional<Instant> newest(TenantRef tenant) {
        var newest = entityManager
                .createQuery(
                        "select max(s.issuedAt) from SignedLicenseEntity s"
                                + " where s.realmId = :realm and s.tenantAlias = :alias",
                        Long.class)
                .setParameter("realm", request.realm().getId())
                .setParameter("alias", tenant.alias())
                .getSingleResult();
        return Optional.ofNullable(newest).map(Instant::ofEpochMilli);
    }

    private String issuer() {
        return Urls.realmIssuer(
                request.session().getContext().getUri().getBaseUri(),
                request.realm().getName());
    }
}
