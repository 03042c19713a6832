package org.keysteward.kernel.keycloak;

import java.util.Collection;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;

/** Gives the roles that tenants compose, for capabilities that do not know what those are; for one session. */
public interface RoleGiverProvider extends Provider {
    /** The name of a role that there is in the tenant and that invitations and directories may give. */
    Optional<String> name(TenantRef tenant, String role);

    /** @throws ProblemException unless the actor may have somebody else hold the role in the whole tenant */
    void requireGiving(Actor actor, TenantRef tenant, String role);

    /**
     * Asks that the actor may give each role that groups of the tenant give: whoever decides who is in them decides who
     * has those.
     *
     * @throws ProblemException that names the first role that the actor may not give
     */
    void requireGivingByGroups(Actor actor, TenantRef tenant);

    /**
     * An invitation that carries the role was accepted. Nothing is given where the role is gone, or where duties must stay
     * apart; the audit trail tells of it.
     */
    void giveInvited(TenantRef tenant, String userId, String role);

    /**
     * Makes what a provisioning source gives a member what the tenant's mappings say for these groups: no more, and no
     * less.
     *
     * @param connection who provisions, as a stable text
     * @param groups by name
     */
    void follow(TenantRef tenant, String userId, String connection, Collection<String> groups);

    /**
     * Takes from everybody in the tenant what a provisioning source gave.
     *
     * @param connection as of {@link #follow}
     */
    void withdraw(TenantRef tenant, String connection);

    /** What one provisioning source gave in the tenant counts as given by another one from now on. */
    void handOver(TenantRef tenant, String from, String to);

    /** Whether groups of a provisioning source give any role in the tenant, so that somebody has to follow them. */
    boolean hasMappedGroups(TenantRef tenant);

    @Override
    default void close() {}
}
