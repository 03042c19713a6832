package org.keysteward.tenants.keycloak;

import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.InvitationManager;

/**
 * Invitations that hold seats, and that give a role when they are accepted. Keycloak accepts one by adding the member
 * and then removing the invitation, in one session.
 */
record GuardedInvitations(KeycloakSession session, InvitationManager stock) implements InvitationManager {
    @Override
    public OrganizationInvitationModel create(
            OrganizationModel organization, String email, String firstName, String lastName) {
        new Growing(session).invitation(organization);
        return stock.create(organization, email, firstName, lastName);
    }

    @Override
    public OrganizationInvitationModel getById(String id) {
        return stock.getById(id);
    }

    @Override
    public OrganizationInvitationModel getByEmail(OrganizationModel organization, String email) {
        return stock.getByEmail(organization, email);
    }

    @Override
    public Stream<OrganizationInvitationModel> getAllStream(
            OrganizationModel organization,
            Map<OrganizationInvitationModel.Filter, String> attributes,
            Integer first,
            Integer max) {
        return stock.getAllStream(organization, attributes, first, max);
    }

    @Override
    public boolean remove(String id) {
        new Acceptance(session).removed(stock.getById(id));
        return stock.remove(id);
    }
}
