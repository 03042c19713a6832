package org.keysteward.tenants.keycloak;

import java.util.Locale;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.MembershipsProvider;
import org.keysteward.kernel.keycloak.MembershipsProviderFactory;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/** Changes memberships for other capabilities, as the API of members does. */
public final class MembershipsFactory implements MembershipsProviderFactory {
    @Override
    public String getId() {
        return TenantsFactory.ID;
    }

    @Override
    public MembershipsProvider create(KeycloakSession session) {
        return new Changes(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record Changes(KeycloakSession session) implements MembershipsProvider {
        @Override
        public void join(ApiRequest request, UserModel user) {
            changes(request).add(user, TenantRole.MEMBER);
        }

        @Override
        public void suspend(ApiRequest request, String userId) {
            changes(request).setStatus(userId, MemberStatus.SUSPENDED);
        }

        @Override
        public void resume(ApiRequest request, String userId) {
            changes(request).setStatus(userId, MemberStatus.ACTIVE);
        }

        @Override
        public void remove(ApiRequest request, String userId) {
            changes(request).remove(userId, false);
        }

        /** Versions are the caller's business: those of its protocol are not those of members. */
        private static MemberChanges changes(ApiRequest request) {
            return new MemberChanges(request.unconditional());
        }

        @Override
        public boolean isSuspended(TenantRef tenant, String userId) {
            return SuspendedMembers.of(session).contain(tenant.id(), userId);
        }

        @Override
        public boolean hasVerifiedDomain(TenantRef tenant, String domain) {
            return hasVerified(organizations().getById(tenant.id()), domain);
        }

        @Override
        public boolean isDomainOfAnother(TenantRef tenant, String domain) {
            var owner = organizations().getByDomainName(domain.toLowerCase(Locale.ROOT));
            return owner != null && !owner.getId().equals(tenant.id()) && hasVerified(owner, domain);
        }

        private static boolean hasVerified(OrganizationModel organization, String domain) {
            return organization
                    .getDomains()
                    .anyMatch(one -> one.isVerified() && one.getName().equals(domain.toLowerCase(Locale.ROOT)));
        }

        private OrganizationProvider organizations() {
            return session.getProvider(OrganizationProvider.class);
        }
    }
}
