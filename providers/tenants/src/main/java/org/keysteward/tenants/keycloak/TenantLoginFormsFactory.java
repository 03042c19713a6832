package org.keysteward.tenants.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
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
            if (!Messages.ACCOUNT_DISABLED.equals(message)) {
                return Optional.empty();
            }
            var authenticated = authenticated();
            return authenticated.isPresent()
                    ? organization(authenticated.get()).map(TenantLoginForms::inFull)
                    : named().flatMap(this::organization).map(TenantLoginForms::inShort);
        }

        /** The user whom this authentication is about, as far as Keycloak knows that already. */
        private Optional<UserModel> authenticated() {
            var authentication = authentication();
            if (authentication == null) {
                return Optional.ofNullable(user);
            }
            return Optional.ofNullable(authentication.getAuthenticatedUser());
        }

        /** Somebody has typed this user's name, who need not be the user. */
        private Optional<UserModel> named() {
            var authentication = authentication();
            var noted = authentication == null
                    ? null
                    : authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
            var name = noted == null
                    ? session.getContext()
                            .getHttpRequest()
                            .getDecodedFormParameters()
                            .getFirst(AuthenticationManager.FORM_USERNAME)
                    : noted;
            return name == null || name.isBlank()
                    ? Optional.empty()
                    : Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(
                            session, session.getContext().getRealm(), name.strip()));
        }

        private @Nullable AuthenticationSessionModel authentication() {
            return authenticationSession == null
                    ? session.getContext().getAuthenticationSession()
                    : authenticationSession;
        }

        /** For whose sake, and by us, the user is refused. */
        private Optional<Refusing> organization(UserModel refused) {
            return session.getProvider(OrganizationProvider.class)
                    .getByMember(refused)
                    .filter(organization -> !organization.isEnabled() && organization.isManaged(refused))
                    .findFirst()
                    .flatMap(organization -> Optional.ofNullable(
                                    Rows.entityManager(session).find(LicenseEntity.class, organization.getId()))
                            .filter(LicenseEntity::isDisabledByUs)
                            .map(row -> new Refusing(organization.getName(), row.suspensionReason())));
        }

        private static FormMessage inFull(Refusing tenant) {
            return tenant.reason() == null
                    ? new FormMessage(null, "keystewardTenantNotInForce", tenant.name())
                    : new FormMessage(null, "keystewardTenantSuspended", tenant.name(), tenant.reason());
        }

        /** A stranger learns neither which tenant it is nor what is the matter with it. */
        private static FormMessage inShort(Refusing tenant) {
            return new FormMessage(
                    null,
                    tenant.reason() == null ? "keystewardYourLicenseNotInForce" : "keystewardYourLicenseSuspended");
        }

        /** @param reason null unless the license is suspended */
        private record Refusing(String name, @Nullable String reason) {}
    }
}
