package org.keysteward.roles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a token says of somebody's roles in one tenant. Only what holds in the whole tenant is said without a place.
 *
 * @param permissions which form permissions have, if any
 * @param paths whether roles that hold at a path only are named, by path
 * @param budget how many bytes of JSON permissions may take; beyond, they are left out and that is said
 */
public record RoleClaims(Permissions permissions, boolean paths, int budget) {
    /** The names of the claims, below {@code organization.<alias>}. */
    public static final String ROLES = "roles";

    public static final String PERMISSIONS = "permissions";
    public static final String PERMISSIONS_OMITTED = "permissions_omitted";
    public static final String PATHS = "paths";

    /** How permissions are written. */
    public enum Permissions {
        NONE,
        /** The key of each. */
        EXPANDED,
        /** As granted: keys and wildcards. */
        COMPACT
    }

    public Map<String, Object> of(Holdings holdings, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put(ROLES, List.copyOf(holdings.roles(AssignmentPath.WHOLE_TENANT, now, true)));
        if (permissions != Permissions.NONE) {
            var all = all(holdings, now);
            if (bytes(all) <= budget) {
                claims.put(PERMISSIONS, all);
            } else {
                claims.put(PERMISSIONS_OMITTED, true);
            }
        }
        var byPath = paths ? holdings.rolesByPath(now) : Map.<AssignmentPath, SortedSet<String>>of();
        if (!byPath.isEmpty()) {
            var named = new LinkedHashMap<String, Object>();
            byPath.forEach((path, roles) -> named.put(path.text(), List.copyOf(roles)));
            claims.put(PATHS, named);
        }
        return claims;
    }

    private List<String> all(Holdings holdings, Instant now) {
        return permissions == Permissions.EXPANDED
                ? holdings.permissions(AssignmentPath.WHOLE_TENANT, now)
                : holdings.grants(AssignmentPath.WHOLE_TENANT, now).stream()
                        .map(Grant::text)
                        .toList();
    }

    /** As a JSON array: two brackets, and of each text two quotes and a comma. */
    private static int bytes(List<String> texts) {
        return 2
                + texts.stream()
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length + 3)
                        .sum();
    }
}
