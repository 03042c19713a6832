package org.keysteward.tenants.keycloak;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.ResolveRelative;

/**
 * The link of an invitation, as Keycloak's own invitations have it: who has an account signs in with it, anyone else
 * registers. Keycloak holds it to the address, and to one use.
 */
final class InvitationLink {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrganizationModel organization;

    InvitationLink(KeycloakSession session, OrganizationModel organization) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.organization = organization;
    }

    /** @param user whose account it is; null for an address without one */
    String of(OrganizationInvitationModel invitation, @Nullable UserModel user) {
        var uri = session.getContext().getUri();
        var token = token(invitation, user);
        if (user != null) {
            return LoginActionsService.actionTokenProcessor(uri)
                    .queryParam("key", token)
                    .build(realm.getName())
                    .toString();
        }
        return OIDCLoginProtocolService.registrationsUrl(uri.getBaseUriBuilder())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OIDCResponseType.CODE)
                .queryParam(Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(Constants.TOKEN, token)
                .buildFromMap(Map.of("realm", realm.getName(), "protocol", OIDCLoginProtocol.LOGIN_PROTOCOL))
                .toString();
    }

    private String token(OrganizationInvitationModel invitation, @Nullable UserModel user) {
        var token = new InviteOrgActionToken(
                user == null ? null : user.getId(),
                invitation.getExpiresAt(),
                invitation.getEmail(),
                Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        token.setOrgId(organization.getId());
        token.id(invitation.getId());
        token.setRedirectUri(redirect());
        return token.serialize(session, realm, session.getContext().getUri());
    }

    private String redirect() {
        var own = organization.getRedirectUrl();
        if (own != null && !own.isBlank()) {
            return own;
        }
        var account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account != null
                && account.getBaseUrl() != null
                && !account.getBaseUrl().isBlank()) {
            return ResolveRelative.resolveRelativeUri(session, account.getRootUrl(), account.getBaseUrl());
        }
        return Urls.accountBase(session.getContext().getUri().getBaseUri())
                .path("/")
                .build(realm.getName())
                .toString();
    }
}
