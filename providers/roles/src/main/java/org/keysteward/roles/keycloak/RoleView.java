package org.keysteward.roles.keycloak;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Role;

/**
 * A role.
 *
 * @param effectiveGrants its own and those that it inherits, without what another one covers
 * @param origin {@code built-in}, {@code realm} or {@code tenant}
 * @param keycloakRoles null where it names none
 */
public record RoleView(
        String key,
        String name,
        String description,
        int rank,
        List<String> grants,
        List<String> parents,
        List<String> effectiveGrants,
        String origin,
        @Nullable List<KeycloakRoleView> keycloakRoles) {
    /** @param client null for a role of the realm */
    public record KeycloakRoleView(@Nullable String client, String role) {}

    static RoleView of(EffectiveRole effective) {
        var role = effective.role();
        return new RoleView(
                role.key(),
                role.name(),
                role.description(),
                role.rank(),
                texts(role.grants()),
                role.parents(),
                texts(effective.grants()),
                role.origin().key(),
                role.stockRoles().isEmpty()
                        ? null
                        : role.stockRoles().stream()
                                .sorted(Comparator.comparing(Role.StockRole::client)
                                        .thenComparing(Role.StockRole::role))
                                .map(one ->
                                        new KeycloakRoleView(one.client().isEmpty() ? null : one.client(), one.role()))
                                .toList());
    }

    /** What records keep of it. */
    static Map<String, Object> content(Role role) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", role.name());
        content.put("description", role.description());
        content.put("rank", role.rank());
        content.put("grants", texts(role.grants()));
        content.put("parents", role.parents());
        content.put(
                "keycloakRoles",
                role.stockRoles().stream().map(Object::toString).sorted().toList());
        return content;
    }

    private static List<String> texts(Collection<Grant> grants) {
        return grants.stream().map(Grant::text).toList();
    }
}
