package org.keysteward.tenants.keycloak;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.services.ErrorResponse;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;

/** Refuses what Keycloak would add to a tenant beyond its license. */
final class Growing {
    private final KeycloakSession session;
    private final Clock clock;

    Growing(KeycloakSession session) {
        this.session = session;
        this.clock = KernelFactory.of(session).clock();
    }

    void identityProvider(OrganizationModel organization) {
        var held = new LicenseLock(session).take(organization.getId());
        var used = new TenantUse(session, organization.getId()).identityProviders();
        refuse(organization, held.license().reserve(Limit.IDENTITY_PROVIDERS, used, clock.instant()));
    }

    void invitation(OrganizationModel organization) {
        refuse(organization, new Seats(session).forInvitation(organization));
    }

    private void refuse(OrganizationModel organization, Reservation reservation) {
        if (reservation instanceof Reservation.Refused refused) {
            // INVARIANT: nobody who catches this on the way can commit it.
            session.getTransactionManager().setRollbackOnly();
            new Refusals(session).record(TenantDirectory.ref(organization), refused);
            // Keycloak passes this on with its words, which it does not do with an exception of the model.
            throw ErrorResponse.error(
                    GrowthRefusedException.message(organization.getAlias(), refused), Response.Status.CONFLICT);
        }
    }
}
