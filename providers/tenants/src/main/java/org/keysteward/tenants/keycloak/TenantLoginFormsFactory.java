package org.keysteward.tenants.keycloak;

import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.messages.Messages;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Keycloak's login pages, but for one sentence: who is refused since their tenant's license is out of force is told
 * so, and not that their account is disabled.
 */
public final class TenantLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory {
    private static final int BEFORE_STOCK = 20;

    @Override
    public String getId() {
        return "keysteward";
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return TenantsFactory.isOff(session) ? super.create(session) : new TenantLoginForms(session);
    }

    private static final class TenantLoginForms extends FreeMarkerLoginFormsProvider {
        TenantLoginForms(KeycloakSession session) {
            super(session);
        }

        @Override
        public FreeMarkerLoginFormsProvider setError(String message, Object... parameters) {
            return reason(message)
                    .map(reason -> super.setError(reason.getMessage(), reason.getParameters()))
                    .orElseGet(() -> super.setError(message, parameters));
        }

        @Override
        public LoginFormsProvider addError(FormMessage error) {
            return super.addError(reason(error.getMessage()).orElse(error));
        }

        private Optional<FormMessage> reason(String message) {
            return Messages.ACCOUNT_DISABLED.equals(message) ? refused().flatMap(this::reason) : Optional.empty();
        }

        private Optional<UserModel> refused() {
            if (user != null) {
                return Optional.of(user);
            }
            var authentication = authenticationSession == null
                    ? session.getContext().getAuthenticationSession()
                    : authenticationSession;
            if (authentication == null) {
                return Optional.empty();
            }
            if (authentication.getAuthenticatedUser() != null) {
                return Optional.of(authentication.getAuthenticatedUser());
            }
            var name = authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
            return name == null
                    ? Optional.empty()
                    : Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(
                            session, session.getContext().getRealm(), name));
        }

        private Optional<FormMessage> reason(UserModel refused) {
            return session.getProvider(OrganizationProvider.class)
                    .getByMember(refused)
                    .filter(organization -> !organization.isEnabled() && organization.isManaged(refused))
                    .findFirst()
                    .map(organization -> Rows.entityManager(session).find(LicenseEntity.class, organization.getId()))
                    .filter(LicenseEntity::isDisabledByUs)
                    .map(row -> row.suspensionReason() == null
                            ? new FormMessage(null, "keystewardTenantNotInForce", name(row))
                            : new FormMessage(null, "keystewardTenantSuspended", name(row), row.suspensionReason()));
        }

        private String name(LicenseEntity row) {
            return session.getProvider(OrganizationProvider.class)
                    .getById(row.tenantId())
                    .getName();
        }
    }
}
