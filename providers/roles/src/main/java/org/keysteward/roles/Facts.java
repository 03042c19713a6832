package org.keysteward.roles;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a person when rules are asked.
 *
 * @param attributes of the user, by name
 * @param groups paths of the realm's groups that the person is in: {@code /staff/finance}
 * @param organizationGroups paths of the groups inside the tenant; those of other tenants are none of its business
 * @param identityProviders aliases of those that the account is linked to
 */
public record Facts(
        Map<String, List<String>> attributes,
        Set<String> groups,
        Set<String> organizationGroups,
        Set<String> identityProviders) {
    public Facts {
        attributes = Map.copyOf(attributes);
        groups = Set.copyOf(groups);
        organizationGroups = Set.copyOf(organizationGroups);
        identityProviders = Set.copyOf(identityProviders);
    }
}
