package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleContainerModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keysteward.kernel.keycloak.StockAdministration;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleClaims;

/** What tokens and assertions say of somebody's roles in the tenants that they name. */
final class TenantRoleClaims {
    private static final String PERMISSIONS = "permissions";
    private static final String PATHS = "paths";
    private static final String BUDGET = "permissionsBudget";
    private static final int DEFAULT_BUDGET = 4096;
    private static final int MAX_BUDGET = 65_536;
    /** Of tenants in one token; what is beyond is said of none of them. */
    private static final int MOST_TENANTS = 100;

    private final KeycloakSession session;
    private final RoleClaims claims;

    TenantRoleClaims(KeycloakSession session, ProtocolMapperModel mapper) {
        this.session = session;
        var config = mapper.getConfig();
        this.claims = new RoleClaims(
                permissions(config.get(PERMISSIONS)),
                Boolean.parseBoolean(config.get(PATHS)),
                budget(config.get(BUDGET)));
    }

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PERMISSIONS)
                .label("Permissions")
                .helpText("Whether permissions are added beside roles: none, expanded to the key of each, or compact as"
                        + " they are granted, with wildcards.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options("none", "expanded", "compact")
                .defaultValue("none")
                .add()
                .property()
                .name(BUDGET)
                .label("Bytes for permissions")
                .helpText("Permissions that would take more bytes than this for one organization are left out, and"
                        + " permissions_omitted says so.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(String.valueOf(DEFAULT_BUDGET))
                .add()
                .property()
                .name(PATHS)
                .label("Paths")
                .helpText("Whether roles that hold at a path only are added, by path.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("false")
                .add()
                .build();
    }

    /** By alias; of those tenants alone that there are, and of which the user is an active member. */
    Map<String, Holdings> held(Collection<String> aliases, UserModel user) {
        var directory = new TenantDirectory(session);
        var held = new TreeMap<String, Holdings>();
        if (aliases.size() > MOST_TENANTS) {
            return held;
        }
        for (var alias : aliases) {
            directory
                    .byAlias(alias)
                    .filter(organization -> organization.isEnabled() && organization.isMember(user))
                    .map(TenantDirectory::ref)
                    .ifPresent(tenant -> held.put(alias, new HeldRoles(session).of(tenant, user.getId())));
        }
        return held;
    }

    Map<String, Object> of(Holdings holdings, Instant now) {
        return new LinkedHashMap<>(claims.of(holdings, now));
    }

    /**
     * The roles of Keycloak's own that the roles held in the whole tenant name; none where more than one tenant is
     * named, since these roles say nothing of the tenant that they hold in.
     *
     * @param aliases all that the token or assertion names
     */
    List<RoleModel> stockRoles(Collection<String> aliases, Map<String, Holdings> held, Instant now) {
        if (aliases.size() != 1) {
            return List.of();
        }
        return held.values().stream()
                .flatMap(holdings -> holdings.stockRoles(AssignmentPath.WHOLE_TENANT, now).stream())
                .sorted(Comparator.comparing(Role.StockRole::client).thenComparing(Role.StockRole::role))
                .flatMap(named -> stockRole(named).stream())
                .toList();
    }

    private Optional<RoleModel> stockRole(Role.StockRole named) {
        var realm = session.getContext().getRealm();
        RoleContainerModel container = named.client().isEmpty() ? realm : realm.getClientByClientId(named.client());
        return Optional.ofNullable(container)
                .map(one -> one.getRole(named.role()))
                // What the role includes may have changed since it was named.
                .filter(role -> !StockAdministration.isGivenBy(realm, role));
    }

    private static RoleClaims.Permissions permissions(@Nullable String configured) {
        for (var form : RoleClaims.Permissions.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(configured)) {
                return form;
            }
        }
        return RoleClaims.Permissions.NONE;
    }

    private static int budget(@Nullable String configured) {
        try {
            return configured == null
                    ? DEFAULT_BUDGET
                    : Math.max(0, Math.min(MAX_BUDGET, Integer.parseInt(configured.strip())));
        } catch (NumberFormatException e) {
            return DEFAULT_BUDGET;
        }
    }
}
