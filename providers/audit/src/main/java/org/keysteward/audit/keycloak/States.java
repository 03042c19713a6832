package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.util.JsonSerialization;

/** What things of Keycloak look like at a moment, as JSON trees in the form of its own representations. */
final class States {
    private static final ObjectMapper MAPPER = JsonSerialization.mapper;

    /**
     * Something whose state can be read.
     *
     * @param resourceType the name of Keycloak's {@code ResourceType}
     * @param id as it stands in the path of an admin event
     * @param client the client of a client role
     */
    record Subject(String resourceType, String id, @Nullable String client) {
        /** Empty for what cannot be read by itself: mappings, actions, what extensions bring. */
        static Optional<Subject> of(String resourceType, @Nullable String path) {
            var segments = path == null ? new String[0] : path.split("/", -1);
            return switch (resourceType) {
                case "REALM" -> Optional.of(new Subject(resourceType, "", null));
                case "USER" -> at(resourceType, segments, "users", 2);
                case "GROUP" -> at(resourceType, segments, "groups", 2);
                case "ORGANIZATION" -> at(resourceType, segments, "organizations", 2);
                case "IDENTITY_PROVIDER" -> at(resourceType, segments, "identity-provider", 3);
                case "CLIENT" -> at(resourceType, segments, "clients", 2);
                case "CLIENT_SCOPE" -> at(resourceType, segments, "client-scopes", 2);
                case "COMPONENT" -> at(resourceType, segments, "components", 2);
                case "REALM_ROLE", "CLIENT_ROLE" -> role(resourceType, segments);
                case "AUTH_FLOW" -> at(resourceType, segments, "authentication", 3);
                case "AUTH_EXECUTION", "AUTH_EXECUTION_FLOW" -> execution(segments);
                case "ORGANIZATION_GROUP" ->
                    segments.length == 4 ? Optional.of(new Subject("GROUP", segments[3], null)) : Optional.empty();
                default -> Optional.empty();
            };
        }

        private static Optional<Subject> at(String type, String[] segments, String first, int length) {
            return segments.length == length && segments[0].equals(first)
                    ? Optional.of(new Subject(type, segments[length - 1], null))
                    : Optional.empty();
        }

        private static Optional<Subject> role(String type, String[] segments) {
            if (segments.length == 4 && segments[0].equals("clients")) {
                return Optional.of(new Subject(type, segments[3], segments[1]));
            }
            return segments.length == 2
                    ? Optional.of(
                            new Subject(segments[0].equals("roles-by-id") ? "ROLE_BY_ID" : type, segments[1], null))
                    : Optional.empty();
        }

        /** A step is a part of its flow. */
        private static Optional<Subject> execution(String[] segments) {
            if (segments.length >= 4 && segments[1].equals("flows")) {
                return Optional.of(new Subject("AUTH_FLOW", segments[2], null));
            }
            return segments.length >= 3 && segments[1].equals("executions")
                    ? Optional.of(new Subject("AUTH_EXECUTION", segments[2], null))
                    : Optional.empty();
        }
    }

    private States() {}

    /** Null where there is no such thing. */
    static @Nullable Object of(KeycloakSession session, RealmModel realm, Subject subject) {
        var representation = representation(session, realm, subject);
        return representation == null ? null : tree(representation);
    }

    static Object tree(Object representation) {
        return MAPPER.convertValue(representation, Object.class);
    }

    private static @Nullable Object representation(KeycloakSession session, RealmModel realm, Subject subject) {
        var id = subject.id();
        return switch (subject.resourceType()) {
            case "REALM" -> ModelToRepresentation.toRepresentation(session, realm, false);
            case "USER" -> {
                var user = session.users().getUserById(realm, id);
                yield user == null ? null : ModelToRepresentation.toRepresentation(session, realm, user);
            }
            case "GROUP" -> {
                var group = session.groups().getGroupById(realm, id);
                yield group == null ? null : ModelToRepresentation.toRepresentation(group, true);
            }
            case "ORGANIZATION" -> {
                var organization =
                        session.getProvider(OrganizationProvider.class).getById(id);
                yield organization == null ? null : ModelToRepresentation.toRepresentation(organization, false);
            }
            case "IDENTITY_PROVIDER" -> {
                var provider = session.identityProviders().getByAlias(id);
                yield provider == null ? null : ModelToRepresentation.toRepresentation(session, realm, provider);
            }
            case "CLIENT" -> {
                var client = session.clients().getClientById(realm, id);
                yield client == null ? null : ModelToRepresentation.toRepresentation(client, session);
            }
            case "CLIENT_SCOPE" -> {
                var scope = session.clientScopes().getClientScopeById(realm, id);
                yield scope == null ? null : ModelToRepresentation.toRepresentation(scope);
            }
            case "COMPONENT" -> {
                ComponentModel component = realm.getComponent(id);
                yield component == null ? null : ModelToRepresentation.toRepresentation(session, component, true);
            }
            case "REALM_ROLE", "CLIENT_ROLE", "ROLE_BY_ID" -> {
                var role = role(session, realm, subject);
                yield role == null ? null : withComposites(role);
            }
            case "AUTH_FLOW" -> flow(session, realm, realm.getAuthenticationFlowById(id), id);
            case "AUTH_EXECUTION" -> {
                var execution = realm.getAuthenticationExecutionById(id);
                yield execution == null
                        ? null
                        : flow(session, realm, realm.getAuthenticationFlowById(execution.getParentFlow()), id);
            }
            default -> null;
        };
    }

    private static @Nullable RoleModel role(KeycloakSession session, RealmModel realm, Subject subject) {
        if (subject.resourceType().equals("ROLE_BY_ID")) {
            return session.roles().getRoleById(realm, subject.id());
        }
        if (subject.client() == null) {
            return realm.getRole(subject.id());
        }
        var client = session.clients().getClientById(realm, subject.client());
        return client == null ? null : client.getRole(subject.id());
    }

    private static RoleRepresentation withComposites(RoleModel role) {
        return ModelToRepresentation.toRepresentation(role);
    }

    private static @Nullable Object flow(
            KeycloakSession session, RealmModel realm, @Nullable AuthenticationFlowModel byId, String idOrAlias) {
        var flow = byId == null ? realm.getFlowByAlias(idOrAlias) : byId;
        return flow == null ? null : ModelToRepresentation.toRepresentation(session, realm, flow);
    }

    /** Members by which two states differ although nobody has changed anything. */
    static Object comparable(Object state) {
        if (state instanceof Map<?, ?> map && map.containsKey("access")) {
            var copy = new java.util.LinkedHashMap<Object, Object>(map);
            copy.remove("access");
            return copy;
        }
        return state;
    }
}
