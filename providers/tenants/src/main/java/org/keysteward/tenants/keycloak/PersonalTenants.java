package org.keysteward.tenants.keycloak;

import java.security.SecureRandom;
import java.util.Locale;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.License;
import org.keysteward.tenants.PersonalAlias;
import org.keysteward.tenants.TenantRole;

/** Gives who registers without an invitation a tenant of their own, where the realm says so. */
final class PersonalTenants {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_NAME = 200;

    private final KeycloakSession session;

    PersonalTenants(KeycloakSession session) {
        this.session = session;
    }

    /** In the registration's transaction, which fails if this does: nobody is to be half registered. */
    void registered(String userId) {
        var realm = session.getContext().getRealm();
        if (!realm.isOrganizationsEnabled() || RealmSettings.of(session).get(Plans.PERSONAL_PLAN) == null) {
            return;
        }
        var user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        try {
            give(user);
        } catch (RuntimeException e) {
            // What a listener throws, Keycloak only logs; what is thrown before the commit ends the transaction.
            failAtCommit(e);
        }
    }

    private void failAtCommit(RuntimeException cause) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw cause;
            }

            @Override
            protected void rollbackImpl() {
                // Nothing was committed.
            }
        });
    }

    private void give(UserModel user) {
        var organizations = session.getProvider(OrganizationProvider.class);
        if (organizations.getByMember(user).findAny().isPresent()) {
            return;
        }
        var alias = new PersonalAlias(user.getUsername(), RANDOM.nextLong()).text();
        var organization = organizations.create(name(organizations, user, alias), alias);
        Rows.entityManager(session).flush();
        new LicenseLock(session).makeRow(organization.getId());
        license(organization);
        organizations.addMember(organization, user);
        new Memberships(session)
                .give(
                        session.getContext().getRealm().getId(),
                        new MemberEntity.Key(organization.getId(), user.getId()),
                        TenantRole.OWNER);
        record(organization, user);
    }

    private void license(OrganizationModel organization) {
        var plan =
                new Plans(session).find(String.valueOf(RealmSettings.of(session).get(Plans.PERSONAL_PLAN)));
        var row = Rows.entityManager(session).find(LicenseEntity.class, organization.getId());
        var signedOnly = "true".equals(RealmSettings.of(session).get(SignedLicenses.ONLY));
        if (plan.isPresent() && row != null && !signedOnly) {
            row.change(
                    new LicenseEntity.Grant(plan.get().id(), License.Overrides.NONE, null, null, null, null),
                    KernelFactory.of(session).clock().millis());
            Rows.entityManager(session).flush();
        }
    }

    private static String name(OrganizationProvider organizations, UserModel user, String alias) {
        var full = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                        + (user.getLastName() == null ? "" : user.getLastName()))
                .strip();
        var name = full.isEmpty() ? user.getUsername() : full;
        var wanted = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        var taken = organizations
                .getAllStream(wanted, true, 0, 1)
                .anyMatch(other -> other.getName().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
        return taken ? wanted + " (" + alias + ")" : wanted;
    }

    private void record(OrganizationModel organization, UserModel user) {
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        "tenant.created",
                        new Actor.Member(user.getId(), null, false, session.getProvider(PermissionsProvider.class)),
                        TenantDirectory.ref(organization),
                        new AuditEntry.Target("tenant", organization.getId()),
                        new AuditEntry.Change("/alias", null, organization.getAlias()),
                        new AuditEntry.Change("/owner", null, user.getId())));
    }
}
