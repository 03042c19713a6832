package org.keysteward.roles;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a role to whoever is in a group of somebody else's directory.
 *
 * @param identityProvider the alias of the one that tells of the group; null for any, and for SCIM
 * @param group its name there; with an asterisk at the end, every group whose name begins alike
 */
public record RoleMapping(
        String id, Source source, @Nullable String identityProvider, String group, String role, AssignmentPath path) {
    /** Who tells of groups. */
    public enum Source {
        IDP,
        SCIM;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The mappings that decide for somebody in these groups: for each group, the most specific one. */
    public static List<RoleMapping> deciding(
            Collection<RoleMapping> mappings,
            Source source,
            @Nullable String identityProvider,
            Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> mostSpecific(mappings, source, identityProvider, group).stream())
                .distinct()
                .toList();
    }

    private static Optional<RoleMapping> mostSpecific(
            Collection<RoleMapping> mappings, Source source, @Nullable String identityProvider, String group) {
        return mappings.stream()
                .filter(mapping -> mapping.source == source)
                .filter(mapping ->
                        mapping.identityProvider == null || mapping.identityProvider.equals(identityProvider))
                .filter(mapping -> mapping.matches(group))
                .max(Comparator.comparingInt(RoleMapping::specificity)
                        .thenComparing(mapping -> mapping.identityProvider != null)
                        .thenComparing(RoleMapping::id, Comparator.reverseOrder()));
    }

    private boolean matches(String name) {
        return group.endsWith("*") ? name.startsWith(group.substring(0, group.length() - 1)) : name.equals(group);
    }

    /** A whole name before any beginning, and the longer beginning before the shorter. */
    private int specificity() {
        return group.endsWith("*") ? group.length() : Integer.MAX_VALUE;
    }
}
