package org.keysteward.kernel;

import java.util.Optional;
import java.util.OptionalInt;

/** What a person may do in a tenant. A membership that does not exist or is suspended holds nothing. */
public interface Permissions {
    boolean permits(String userId, TenantRef tenant, Permission permission);

    /** The rank of the person's highest role in the tenant; empty for anyone who is not an active member. */
    OptionalInt rank(String userId, TenantRef tenant);

    /** The key of the person's highest role in the tenant, for people; empty for anyone who is not an active member. */
    Optional<String> role(String userId, TenantRef tenant);
}
