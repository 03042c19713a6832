package org.keysteward.tenants.keycloak;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.OrganizationProviderFactory;

/**
 * Stands before Keycloak's own organizations where no event tells what happens: invitations, identity providers, and
 * the question which organizations a user is active in. Everything else goes straight through, also what a later
 * Keycloak adds.
 */
public final class OrganizationsFactory implements OrganizationProviderFactory {
    /** Keycloak's own, with its cache. */
    static final String STOCK = "infinispan";

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
    public OrganizationProvider create(KeycloakSession session) {
        var stock = session.getProvider(OrganizationProvider.class, STOCK);
        if (TenantsFactory.isOff(session)) {
            return closedElsewhere(stock);
        }
        return proxy(new Guard(session, stock));
    }

    private static OrganizationProvider closedElsewhere(OrganizationProvider stock) {
        return proxy((proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(stock, method, arguments));
    }

    private static OrganizationProvider proxy(InvocationHandler handler) {
        return (OrganizationProvider) Proxy.newProxyInstance(
                OrganizationsFactory.class.getClassLoader(), new Class<?>[] {OrganizationProvider.class}, handler);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record Guard(KeycloakSession session, OrganizationProvider stock) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close":
                    // The session closes the stock provider itself.
                    return null;
                case "addIdentityProvider":
                    if (arguments != null && arguments[0] instanceof OrganizationModel organization) {
                        new Growing(session).identityProvider(organization);
                    }
                    break;
                case "getInvitationManager":
                    return new GuardedInvitations(session, stock.getInvitationManager());
                case "getByMember":
                    return arguments != null && arguments[0] instanceof UserModel user
                            ? activeIn(user, stock.getByMember(user))
                            : Stream.empty();
                default:
                    break;
            }
            return OrganizationsFactory.invoke(stock, method, arguments);
        }

        /** A disabled organization stays in sight: it is for its sake that Keycloak refuses managed members. */
        private Stream<OrganizationModel> activeIn(UserModel user, Stream<OrganizationModel> organizations) {
            var suspended = SuspendedMembers.of(session);
            return suspended.isEmpty()
                    ? organizations
                    : organizations.filter(organization -> organization == null
                            || !organization.isEnabled()
                            || !suspended.contain(organization.getId(), user.getId()));
        }
    }
}
