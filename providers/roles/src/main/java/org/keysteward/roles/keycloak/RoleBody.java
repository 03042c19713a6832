package org.keysteward.roles.keycloak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Role;

/**
 * A role's content; the key stays. What is left out: no description, no grants, no parents.
 *
 * @param keycloakRoles roles of Keycloak's own that tokens name while the tenant is selected; in realm roles only
 */
public record RoleBody(
        @Nullable String name,
        @Nullable String description,
        @Nullable Integer rank,
        @Nullable List<@Nullable String> grants,
        @Nullable List<@Nullable String> parents,
        @Nullable List<@Nullable KeycloakRole> keycloakRoles)
        implements ApiBody {
    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 1000;
    private static final int MAX_GRANTS = 250;
    private static final int MAX_PARENTS = 100;
    private static final int MAX_STOCK_ROLES = 50;

    /** @param client the client's id as in {@code client_id}; absent for a role of the realm */
    public record KeycloakRole(
            @Nullable String client, @Nullable String role) {}

    @Override
    public void validate(FieldErrors errors) {
        errors.requireText("/name", name, MAX_NAME);
        if (description != null && !description.isEmpty()) {
            errors.requireText("/description", description, MAX_DESCRIPTION);
        }
        if (rank == null) {
            errors.add("/rank", "This field is needed.");
        } else if (rank < 0 || rank >= Role.OWNER_RANK) {
            errors.add("/rank", "A rank is a number from 0 to " + (Role.OWNER_RANK - 1) + "; 40 is the owner's alone.");
        }
        validateGrants(errors);
        validateParents(errors);
        validateKeycloakRoles(errors);
    }

    Role role(String key, Role.Origin origin) {
        return new Role(
                key,
                text(name),
                description == null ? "" : description,
                rank == null ? 0 : rank,
                grantTexts().stream().map(Grant::new).collect(Collectors.toCollection(TreeSet::new)),
                parentKeys(),
                origin,
                stockRoles());
    }

    List<String> grantTexts() {
        return grants == null ? List.of() : grants.stream().map(RoleBody::text).toList();
    }

    List<String> parentKeys() {
        return parents == null
                ? List.of()
                : parents.stream().map(RoleBody::text).toList();
    }

    Set<Role.StockRole> stockRoles() {
        return keycloakRoles == null
                ? Set.of()
                : keycloakRoles.stream()
                        .map(one -> one == null
                                ? new Role.StockRole("", "")
                                : new Role.StockRole(one.client() == null ? "" : one.client(), text(one.role())))
                        .collect(Collectors.toSet());
    }

    private void validateGrants(FieldErrors errors) {
        if (grants == null) {
            return;
        }
        if (grants.size() > MAX_GRANTS) {
            errors.add("/grants", "At most " + MAX_GRANTS + " grants; a wildcard says more in less.");
            return;
        }
        for (var i = 0; i < grants.size(); i++) {
            var pointer = "/grants/" + i;
            var grant = grants.get(i);
            if (errors.requireText(pointer, grant, Grant.MAX_LENGTH)) {
                Grant.fault(text(grant)).ifPresent(fault -> errors.add(pointer, fault));
            }
        }
    }

    private void validateParents(FieldErrors errors) {
        if (parents == null) {
            return;
        }
        if (parents.size() > MAX_PARENTS) {
            errors.add("/parents", "At most " + MAX_PARENTS + " parents.");
            return;
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < parents.size(); i++) {
            var pointer = "/parents/" + i;
            var parent = parents.get(i);
            if (errors.requireText(pointer, parent, 63)) {
                Role.keyFault(text(parent)).ifPresent(fault -> errors.add(pointer, fault));
                if (!seen.add(text(parent))) {
                    errors.add(pointer, "This parent is named twice.");
                }
            }
        }
    }

    private void validateKeycloakRoles(FieldErrors errors) {
        if (keycloakRoles == null) {
            return;
        }
        if (keycloakRoles.size() > MAX_STOCK_ROLES) {
            errors.add("/keycloakRoles", "At most " + MAX_STOCK_ROLES + " roles of Keycloak.");
            return;
        }
        for (var i = 0; i < keycloakRoles.size(); i++) {
            var one = keycloakRoles.get(i);
            errors.requireText("/keycloakRoles/" + i + "/role", one == null ? null : one.role(), MAX_NAME);
        }
    }

    /** What validation has found to be there. */
    static String text(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("An unvalidated body");
        }
        return value;
    }
}
