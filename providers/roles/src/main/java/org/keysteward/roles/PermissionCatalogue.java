package org.keysteward.roles;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The permissions that a realm knows: those of our own API, and those that applications register.
 *
 * @param reach by key, whether a tenant's role can give it
 * @param open whether roles may give what nobody has registered
 */
public record PermissionCatalogue(Map<String, Reach> reach, boolean open) {
    /** Who can hold a permission. */
    public enum Reach {
        TENANT,
        /** Realm administrators alone: no role of a tenant gives it, not even by a wildcard. */
        REALM
    }

    public PermissionCatalogue {
        reach = Map.copyOf(reach);
    }

    public static PermissionCatalogue of(Collection<String> ofTenants, Collection<String> ofRealm, boolean open) {
        var reach = new HashMap<String, Reach>();
        ofTenants.forEach(key -> reach.put(key, Reach.TENANT));
        ofRealm.forEach(key -> reach.put(key, Reach.REALM));
        return new PermissionCatalogue(reach, open);
    }

    /** Whether a role can give this permission or some of these. */
    public boolean grantable(Grant grant) {
        if (grant.wildcard()) {
            return open
                    || grant.equals(Grant.EVERYTHING)
                    || reach.entrySet().stream()
                            .anyMatch(entry -> entry.getValue() == Reach.TENANT && grant.matches(entry.getKey()));
        }
        var known = reach.get(grant.text());
        return known == null ? open : known == Reach.TENANT;
    }
}
