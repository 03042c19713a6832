package org.keysteward.roles;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A named set of permissions that people are assigned (INCITS 359).
 *
 * @param key unique among all roles that a tenant knows
 * @param name for people
 * @param description for people; may be empty
 * @param rank 0 to 39; 40 is the owner's alone. Nobody assigns a role of their own rank or above, but for owners
 * @param grants what it gives itself
 * @param parents keys of the roles whose grants it inherits
 * @param stockRoles roles of Keycloak's own that tokens name for its holders while the tenant is selected
 */
public record Role(
        String key,
        String name,
        String description,
        int rank,
        SortedSet<Grant> grants,
        List<String> parents,
        Origin origin,
        Set<StockRole> stockRoles) {
    public static final int OWNER_RANK = 40;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** Who made it. */
    public enum Origin {
        /** Part of every realm; only what it grants follows the catalogue. */
        BUILT_IN,
        /** A realm administrator's: a template in every tenant. */
        REALM,
        /** One tenant's own. */
        TENANT;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param client the client's id (as in {@code client_id}); empty for a role of the realm */
    public record StockRole(String client, String role) {}

    public Role {
        grants = Collections.unmodifiableSortedSet(new TreeSet<>(grants));
        parents = List.copyOf(parents);
        stockRoles = Set.copyOf(stockRoles);
    }

    public static Role of(String key, int rank, Set<Grant> grants, List<String> parents, Origin origin) {
        return new Role(key, key, "", rank, new TreeSet<>(grants), parents, origin, Set.of());
    }

    /** Why this is no role's key, for people; empty where it is one. */
    public static Optional<String> keyFault(String key) {
        return KEY.matcher(key).matches()
                ? Optional.empty()
                : Optional.of("A role's key begins with a lower-case letter and has up to 63 lower-case letters, digits"
                        + " and hyphens.");
    }
}
