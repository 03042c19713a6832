package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.saml.mappers.SAMLLoginResponseMapper;
import org.keycloak.protocol.saml.mappers.SAMLRoleNameMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.OrganizationAttributes;
import org.keysteward.kernel.keycloak.TenantAttributeMapper;

/**
 * Adds attributes such as {@code organization.acme.roles}, with a value for each, for each tenant in the assertion; and
 * Keycloak's own roles that the roles name, where that is one tenant.
 */
public final class RoleAttributeMapper extends TenantAttributeMapper implements SAMLLoginResponseMapper {
    @Override
    public String getId() {
        return "keysteward-saml-roles-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Tenant Roles";
    }

    @Override
    public String getHelpText() {
        return "Adds the user's roles, and permissions as configured, for each organization in the assertion, as"
                + " attributes such as organization.acme.roles. Keycloak roles that they name are added to the role"
                + " attribute if the assertion is for one organization.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return Stream.concat(TenantRoleClaims.properties().stream(), StockRoleAttribute.properties().stream())
                .toList();
    }

    @Override
    protected boolean isOff(KeycloakSession session) {
        return RolesFactory.isOff(session);
    }

    @Override
    protected void add(
            OrganizationAttributes attributes,
            Set<String> aliases,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session) {
        var now = KernelFactory.of(session).clock().instant();
        var claims = new TenantRoleClaims(session, mapper);
        claims.held(aliases, user)
                .forEach((alias, holdings) -> claims.of(holdings, now).forEach((name, value) -> {
                    if (value instanceof Map<?, ?> byPath) {
                        byPath.forEach((path, roles) -> attributes.add(alias, name + "." + path, roles));
                    } else {
                        attributes.add(alias, name, value);
                    }
                }));
    }

    /** After Keycloak's own role list, whose attribute is added to. */
    @Override
    public ResponseType transformLoginResponse(
            ResponseType response,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        if (userSession.getUser() != null && !isOff(session)) {
            response.getAssertions().stream()
                    .map(ResponseType.RTChoiceType::getAssertion)
                    .filter(Objects::nonNull)
                    .flatMap(assertion -> assertion.getAttributeStatements().stream())
                    .forEach(statement ->
                            addStockRoles(statement, mapper, userSession.getUser(), session, clientSession));
        }
        return response;
    }

    private static void addStockRoles(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            UserModel user,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        var aliases = new OrganizationAttributes(statement).aliases();
        if (aliases.size() == 1) {
            var claims = new TenantRoleClaims(session, mapper);
            var now = KernelFactory.of(session).clock().instant();
            var attribute = new StockRoleAttribute(statement, mapper);
            claims.stockRoles(aliases, claims.held(aliases, user), now).stream()
                    .filter(role -> isInScope(role, clientSession))
                    .forEach(role -> attribute.add(name(role, session, clientSession)));
        }
    }

    /** A role of another client has no client's name here, and must not be taken for one of this client. */
    private static boolean isInScope(RoleModel role, ClientSessionContext clientSession) {
        return clientSession.getClientScopesStream().anyMatch(scope -> scope.hasScope(role));
    }

    /** As the client's mappers of role names say. */
    private static String name(RoleModel role, KeycloakSession session, ClientSessionContext clientSession) {
        return ProtocolMapperUtils.getSortedProtocolMappers(session, clientSession)
                .flatMap(entry -> entry.getValue() instanceof SAMLRoleNameMapper names
                        ? Stream.ofNullable(names.mapName(entry.getKey(), role))
                        : Stream.empty())
                .findFirst()
                .orElse(role.getName());
    }
}
