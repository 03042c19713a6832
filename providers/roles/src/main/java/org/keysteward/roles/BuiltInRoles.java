package org.keysteward.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keysteward.kernel.Permission;
import org.keysteward.tenants.TenantRole;

/** The four roles that every tenant has; each inherits the one below it. */
public final class BuiltInRoles {
    private BuiltInRoles() {}

    /** @param catalogue all permissions of our own; each says which of the four holds it */
    public static List<Role> of(Collection<Permission> catalogue) {
        var roles = new ArrayList<Role>();
        for (var role : TenantRole.values()) {
            var lower = roles.isEmpty()
                    ? List.<String>of()
                    : List.of(roles.get(roles.size() - 1).key());
            roles.add(new Role(
                    role.key(),
                    name(role),
                    description(role),
                    role.rank(),
                    grants(
                            role,
                            roles.isEmpty() ? 0 : roles.get(roles.size() - 1).rank(),
                            catalogue),
                    lower,
                    Role.Origin.BUILT_IN,
                    Set.of()));
        }
        return List.copyOf(roles);
    }

    public static boolean contain(String key) {
        return TenantRole.of(key).isPresent();
    }

    private static TreeSet<Grant> grants(TenantRole role, int below, Collection<Permission> catalogue) {
        return role == TenantRole.OWNER
                ? new TreeSet<>(Set.of(Grant.EVERYTHING))
                : catalogue.stream()
                        .filter(permission -> permission.leastRank() > below && permission.leastRank() <= role.rank())
                        .map(permission -> new Grant(permission.key()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(TenantRole role) {
        return role.key().substring(0, 1).toUpperCase(Locale.ROOT) + role.key().substring(1);
    }

    private static String description(TenantRole role) {
        return switch (role) {
            case VIEWER -> "Sees, and changes nothing";
            case MEMBER -> "Basic access; what a member is unless told otherwise";
            case ADMIN -> "Manages people and settings";
            case OWNER -> "Everything in the tenant";
        };
    }
}
