package org.keysteward.audit.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleContainerModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keysteward.audit.Draft;
import org.keysteward.audit.catalogue.Action;
import org.keysteward.audit.catalogue.Catalogue;

/**
 * What changes in Keycloak's model, however it comes about: an identity provider that makes somebody a member or grants
 * a role, a workflow, an import. Recorded only where nobody else in the transaction says it.
 */
final class ModelListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationModel.OrganizationMemberJoinEvent joined) {
            member(joined.getSession(), "member.added", joined.getOrganization(), joined.getUser());
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            member(left.getSession(), "member.removed", left.getOrganization(), left.getUser());
        } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
            tenantRemoved(removed);
        } else if (event instanceof GroupModel.GroupMemberJoinEvent joined) {
            groupMember(joined.getKeycloakSession(), "group.member_added", joined.getGroup(), joined.getUser());
        } else if (event instanceof GroupModel.GroupMemberLeaveEvent left) {
            groupMember(left.getKeycloakSession(), "group.member_removed", left.getGroup(), left.getUser());
        } else if (event instanceof RoleModel.RoleGrantedEvent granted) {
            role(granted.getKeycloakSession(), "user.role_granted", granted.getRole(), granted.getUser(), true);
        } else if (event instanceof RoleModel.RoleRevokedEvent revoked) {
            role(revoked.getKeycloakSession(), "user.role_revoked", revoked.getRole(), revoked.getUser(), false);
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            userRemoved(removed);
        } else if (event instanceof FederatedIdentityModel.FederatedIdentityCreatedEvent linked) {
            identity(
                    linked.getKeycloakSession(),
                    "identity_link.added",
                    linked.getUser(),
                    linked.getFederatedIdentity(),
                    true);
        } else if (event instanceof FederatedIdentityModel.FederatedIdentityRemovedEvent unlinked) {
            identity(
                    unlinked.getKeycloakSession(),
                    "identity_link.removed",
                    unlinked.getUser(),
                    unlinked.getFederatedIdentity(),
                    false);
        } else {
            onThing(event);
        }
    }

    private static void onThing(ProviderEvent event) {
        if (event instanceof GroupModel.GroupCreatedEvent created && !isOfOrganization(created.getGroup())) {
            var group = created.getGroup();
            thing(
                    created.getKeycloakSession(),
                    "group.created",
                    group.getId(),
                    group.getName(),
                    Facts.group(group.getId()));
        } else if (event instanceof GroupModel.GroupRemovedEvent removed && !isOfOrganization(removed.getGroup())) {
            var group = removed.getGroup();
            thing(
                    removed.getKeycloakSession(),
                    "group.removed",
                    group.getId(),
                    group.getName(),
                    Facts.group(group.getId()));
        } else if (event instanceof RoleContainerModel.RoleRemovedEvent removed) {
            var role = removed.getRole();
            thing(
                    removed.getKeycloakSession(),
                    "role.removed",
                    role.getId(),
                    role.getName(),
                    Facts.role(role.getName()),
                    Facts.role(role.getId()));
        } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
            var client = removed.getClient();
            thing(
                    removed.getKeycloakSession(),
                    "client.removed",
                    client.getId(),
                    client.getClientId(),
                    Facts.client(client.getId()));
        }
    }

    private static void member(KeycloakSession session, String action, OrganizationModel organization, UserModel user) {
        var draft = begin(session, action);
        if (draft == null) {
            return;
        }
        draft.tenant(organization.getId()).target("user", user.getId());
        new Drafting(session).targetName(draft, user);
        add(session, draft, Facts.member(organization.getId(), user.getId()));
    }

    private static void groupMember(KeycloakSession session, String action, GroupModel group, UserModel user) {
        if (isOfOrganization(group)) {
            // A membership is told of by an event of its own.
            return;
        }
        var draft = begin(session, action);
        if (draft == null) {
            return;
        }
        draft.target("user", user.getId())
                .change(
                        "/groups/0",
                        action.endsWith("removed") ? group.getName() : null,
                        action.endsWith("added") ? group.getName() : null,
                        false);
        new Drafting(session).targetName(draft, user);
        add(session, draft, Facts.groups(user.getId()));
    }

    private static void role(KeycloakSession session, String action, RoleModel role, UserModel user, boolean granted) {
        if (user.getServiceAccountClientLink() != null) {
            // What a client's own account holds comes and goes with the client.
            return;
        }
        var draft = begin(session, action);
        if (draft == null) {
            return;
        }
        draft.target("user", user.getId())
                .change("/roles/0", granted ? null : role.getName(), granted ? role.getName() : null, false);
        new Drafting(session).targetName(draft, user);
        add(session, draft, Facts.roles(user.getId()));
    }

    private static void identity(
            KeycloakSession session, String action, UserModel user, FederatedIdentityModel link, boolean added) {
        var draft = begin(session, action);
        if (draft == null) {
            return;
        }
        var provider = link.getIdentityProvider();
        draft.target("user", user.getId())
                .change("/identityProvider", added ? null : provider, added ? provider : null, false);
        new Drafting(session).targetName(draft, user);
        add(session, draft, Facts.identities(user.getId()));
    }

    private static void userRemoved(UserModel.UserRemovedEvent event) {
        var user = event.getUser();
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        var draft = begin(event.getKeycloakSession(), "user.removed");
        if (draft == null) {
            return;
        }
        draft.target("user", user.getId());
        new Drafting(event.getKeycloakSession()).targetName(draft, user);
        add(event.getKeycloakSession(), draft, Facts.user(user.getId()));
    }

    private static void tenantRemoved(OrganizationModel.OrganizationRemovedEvent event) {
        var organization = event.getOrganization();
        var draft = begin(event.getKeycloakSession(), "tenant.removed");
        if (draft == null) {
            return;
        }
        draft.tenant(organization.getId())
                .target("tenant", organization.getId())
                .targetName(organization.getAlias());
        add(event.getKeycloakSession(), draft, Facts.tenant(organization.getId()));
    }

    private static void thing(
            KeycloakSession session, String action, String id, @Nullable String name, String... facts) {
        var draft = begin(session, action);
        if (draft == null) {
            return;
        }
        draft.target(action.substring(0, action.indexOf('.')), id).targetName(name);
        Pending.of(session).addUnlessSaid(draft, facts);
    }

    private static void add(KeycloakSession session, Draft draft, String fact) {
        Pending.of(session).addUnlessSaid(draft, fact);
    }

    private static @Nullable Draft begin(KeycloakSession session, String key) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || AuditFactory.isOff(session)) {
            return null;
        }
        Action action = Catalogue.find(key).orElseThrow();
        var audit = AuditFactory.of(session);
        return new Drafting(session)
                .begin(realm.getId(), audit.clock().instant(), action, "provider-event")
                .actor("server", "server");
    }

    /** The hidden group that holds an organization's members, and those below it. */
    private static boolean isOfOrganization(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION;
    }
}
