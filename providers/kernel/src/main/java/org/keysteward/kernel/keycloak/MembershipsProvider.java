package org.keysteward.kernel.keycloak;

import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;
import org.keysteward.kernel.TenantRef;

/** Who is a member of a tenant, for capabilities that change it without knowing licenses; for one session. */
public interface MembershipsProvider extends Provider {
    /**
     * Makes the user a plain member of the request's tenant.
     *
     * @throws ProblemException where the license has no seat left or is not in force, or who is a member already
     */
    void join(ApiRequest request, UserModel user);

    /** @throws ProblemException where the member stands above the actor, or is the last owner */
    void suspend(ApiRequest request, String userId);

    /** @throws ProblemException where the member stands above the actor */
    void resume(ApiRequest request, String userId);

    /**
     * Ends the membership.
     *
     * @throws ProblemException where the member stands above the actor, or is the last owner
     */
    void remove(ApiRequest request, String userId);

    boolean isSuspended(TenantRef tenant, String userId);

    /** Whether the tenant has proved that the domain is its own. */
    boolean hasVerifiedDomain(TenantRef tenant, String domain);

    /** Whether another tenant has. */
    boolean isDomainOfAnother(TenantRef tenant, String domain);

    @Override
    default void close() {}
}
