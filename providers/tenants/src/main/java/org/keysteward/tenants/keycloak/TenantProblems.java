package org.keysteward.tenants.keycloak;

import java.util.List;
import java.util.Map;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.DomainChallenge;
import org.keysteward.tenants.LicenseState;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;
import org.keysteward.tenants.RoleChange;
import org.keysteward.tenants.signing.Verification;

/** The problems that are tenants' own. */
final class TenantProblems {
    private static final ProblemType PLAN_EXISTS = new ProblemType("plan-exists", "Plan exists", 409);
    private static final ProblemType PLAN_IN_USE = new ProblemType("plan-in-use", "Plan in use", 409);
    private static final ProblemType TENANT_EXISTS = new ProblemType("tenant-exists", "Tenant exists", 409);
    private static final ProblemType DOMAIN_TAKEN = new ProblemType("domain-taken", "Domain taken", 409);
    private static final ProblemType ALREADY_MEMBER = new ProblemType("already-member", "Already a member", 409);
    private static final ProblemType SEAT_LIMIT = new ProblemType("seat-limit-reached", "No free seat", 409);
    private static final ProblemType LIMIT = new ProblemType("limit-reached", "Limit reached", 409);
    private static final ProblemType LICENSE_EXPIRED = new ProblemType("license-expired", "License expired", 409);
    private static final ProblemType LICENSE_SUSPENDED = new ProblemType("license-suspended", "License suspended", 409);
    private static final ProblemType LAST_OWNER = new ProblemType("last-owner", "Last owner", 409);
    private static final ProblemType NOT_OWNER = new ProblemType("not-owner", "Not an owner", 409);
    private static final ProblemType MEMBER_SUSPENDED = new ProblemType("member-suspended", "Member suspended", 409);
    private static final ProblemType NOT_MANAGED = new ProblemType("not-managed", "Account not managed", 409);
    private static final ProblemType ALREADY_INVITED = new ProblemType("already-invited", "Already invited", 409);
    private static final ProblemType TENANT_DISABLED = new ProblemType("tenant-disabled", "Tenant disabled", 409);
    private static final ProblemType DOMAIN_CLAIMED = new ProblemType("domain-claimed", "Domain claimed already", 409);
    private static final ProblemType DOMAIN_NOT_VERIFIED =
            new ProblemType("domain-not-verified", "Domain not verified", 409);
    private static final ProblemType HELD = new ProblemType("legal-hold", "Under a legal hold", 409);
    private static final ProblemType NOT_DELETED = new ProblemType("not-deleted", "Not deleted", 409);
    private static final ProblemType DELETION_FINAL = new ProblemType("deletion-final", "Deletion is final", 409);
    private static final ProblemType LICENSE_KEY_EXISTS =
            new ProblemType("license-key-exists", "License key exists", 409);
    private static final ProblemType LICENSE_PLAN_UNKNOWN =
            new ProblemType("license-plan-unknown", "Plan of the license unknown", 422);
    private static final ProblemType SIGNED_LICENSE_NEEDED =
            new ProblemType("signed-license-needed", "Signed license needed", 409);
    private static final ProblemType GRANTS = new ProblemType("grants-too-much", "Grants too much", 403);
    private static final ProblemType RANK = new ProblemType("rank-too-high", "Rank too high", 403);
    private static final ProblemType ORGANIZATIONS_OFF =
            new ProblemType("organizations-disabled", "Organizations are switched off", 409);

    private TenantProblems() {}

    static ProblemException unknownPlanInPath() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no plan with this key."));
    }

    static ProblemException unknownPlan(String key) {
        return new ProblemException(Problem.invalidField("/plan", "There is no plan with the key " + key + "."));
    }

    static ProblemException planExists(String key) {
        return new ProblemException(Problem.of(PLAN_EXISTS, "There is a plan with the key " + key + " already.")
                .at("/key"));
    }

    static ProblemException planInUse(long tenants) {
        return new ProblemException(
                Problem.of(PLAN_IN_USE, "Licenses of " + tenants + " tenants come from this plan; change those first.")
                        .with("tenants", tenants));
    }

    static ProblemException planIsSet(RealmSetting setting) {
        return new ProblemException(Problem.of(
                PLAN_IN_USE, "The realm's setting " + setting.key() + " names this plan; change the setting first."));
    }

    static ProblemException aliasTaken() {
        return new ProblemException(Problem.of(TENANT_EXISTS, "There is a tenant with this alias already.")
                .at("/alias"));
    }

    static ProblemException nameTaken() {
        return new ProblemException(Problem.of(TENANT_EXISTS, "There is a tenant with this name already.")
                .at("/name"));
    }

    static ProblemException tenantTaken() {
        return new ProblemException(
                Problem.of(TENANT_EXISTS, "There is a tenant with this alias, name or domain already."));
    }

    static ProblemException domainTaken(String pointer) {
        var problem = Problem.of(DOMAIN_TAKEN, "This domain belongs to another tenant.");
        return new ProblemException(pointer.isEmpty() ? problem : problem.at(pointer));
    }

    static ProblemException domainClaimed(String pointer) {
        return new ProblemException(Problem.of(DOMAIN_CLAIMED, "The tenant claims this domain already.")
                .at(pointer));
    }

    static ProblemException unknownDomain() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "The tenant claims no such domain."));
    }

    static ProblemException domainNotVerified(DomainChallenge challenge) {
        return new ProblemException(Problem.of(
                        DOMAIN_NOT_VERIFIED,
                        "There is no TXT record " + challenge.recordName() + " with the value "
                                + challenge.recordValue()
                                + " yet. A record that was published a moment ago may take some minutes to be seen.")
                .with(
                        "record",
                        Map.of("type", "TXT", "name", challenge.recordName(), "value", challenge.recordValue())));
    }

    static ProblemException dnsUnavailable() {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "No name server answered in time; try again in a minute."));
    }

    static ProblemException refused(TenantRef tenant, Reservation.Refused refusal) {
        var message = GrowthRefusedException.message(tenant.alias(), refusal);
        if (refusal instanceof Reservation.LimitReached reached) {
            var type = reached.limit() == Limit.SEATS ? SEAT_LIMIT : LIMIT;
            return new ProblemException(Problem.of(type, message)
                    .with("limitKey", reached.limit().key())
                    .with("used", reached.used())
                    .with("limit", reached.allowed()));
        }
        var suspended = refusal.equals(new Reservation.NotInForce(LicenseState.SUSPENDED));
        return new ProblemException(Problem.of(suspended ? LICENSE_SUSPENDED : LICENSE_EXPIRED, message));
    }

    static ProblemException alreadyMember() {
        return new ProblemException(Problem.of(ALREADY_MEMBER, "This user is a member of the tenant already."));
    }

    static ProblemException unknownMember() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such member in this tenant."));
    }

    static ProblemException notOwner() {
        return new ProblemException(Problem.of(NOT_OWNER, "Only an owner has the ownership to give."));
    }

    static ProblemException suspendedMember() {
        return new ProblemException(Problem.of(
                MEMBER_SUSPENDED, "This member is suspended; resume the membership before you make it an owner."));
    }

    static ProblemException notManaged() {
        return new ProblemException(Problem.of(
                NOT_MANAGED,
                "This account is not managed by the tenant and stays; leave deleteUser out to end the membership."));
    }

    static ProblemException alreadyInvited() {
        return new ProblemException(Problem.of(
                ALREADY_INVITED, "This address has a pending invitation already; send that one again if it got lost."));
    }

    static ProblemException unknownInvitation() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such invitation in this tenant."));
    }

    static ProblemException tenantDisabled() {
        return new ProblemException(Problem.of(
                TENANT_DISABLED, "The tenant is disabled: enable its organization before you invite anyone."));
    }

    static ProblemException held(List<String> holds) {
        return new ProblemException(Problem.of(HELD, "A legal hold keeps this tenant: " + String.join("; ", holds))
                .with("holds", holds));
    }

    static ProblemException notDeleted() {
        return new ProblemException(Problem.of(NOT_DELETED, "This tenant was not deleted."));
    }

    static ProblemException deletionIsFinal() {
        return new ProblemException(Problem.of(
                DELETION_FINAL, "The time in which this tenant could be restored is over; it is being removed."));
    }

    static ProblemException licenseKeyExists(String kid) {
        return new ProblemException(Problem.of(
                LICENSE_KEY_EXISTS,
                "There is another key with the id " + kid
                        + ": remove it first, or give the new one an id of its own."));
    }

    static ProblemException signedLicenseNeeded() {
        return new ProblemException(Problem.of(
                SIGNED_LICENSE_NEEDED,
                "What this tenant may use comes from a license that the vendor signs: install one with"
                        + " PUT …/license/signed."));
    }

    static ProblemException signedLicenseRefused(Verification.Refused refused) {
        var reason = refused.reason();
        var status = reason == Verification.Reason.OLDER_THAN_INSTALLED ? 409 : 422;
        return new ProblemException(
                Problem.of(new ProblemType(reason.problemName(), reason.title(), status), refused.detail())
                        .at("/token"));
    }

    static ProblemException signedPlanUnknown(String plan) {
        return new ProblemException(Problem.of(
                        LICENSE_PLAN_UNKNOWN,
                        "The license is for the plan " + plan + ", which this realm does not have: make it first.")
                .at("/token"));
    }

    static ProblemException organizationsOff() {
        return new ProblemException(Problem.of(
                ORGANIZATIONS_OFF, "Tenants are organizations: switch organizations on in the realm's settings."));
    }

    static ProblemException refused(RoleChange change) {
        return new ProblemException(
                switch (change.verdict()) {
                    case GRANTS_TOO_MUCH ->
                        Problem.of(
                                        RANK,
                                        "You can give roles below your own; "
                                                + change.wanted().key() + " is not.")
                                .at("/role");
                    case GRANTS_WHAT_THE_ACTOR_LACKS ->
                        Problem.of(
                                        GRANTS,
                                        "You can give what you have yourself; "
                                                + change.wanted().key() + " may more than you.")
                                .at("/role");
                    case MEMBER_RANKS_TOO_HIGH ->
                        Problem.of(
                                RANK,
                                "You can change members below you; this one is "
                                        + change.current().key() + ".");
                    case LAST_OWNER ->
                        Problem.of(LAST_OWNER, "This is the tenant's last owner; make somebody else an owner first.");
                    case ALLOWED -> throw new IllegalArgumentException("Nothing was refused");
                });
    }
}
