package org.keysteward.scim.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ErrorForm;

/** {@code /scim/v2} of the realm. */
public final class ScimContribution implements ApiContributionFactory {
    static final String PATH = "scim/v2";

    @Override
    public String capability() {
        return ScimFactory.ID;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Mount mount() {
        return Mount.PROTOCOL;
    }

    @Override
    public Class<?> resourceType() {
        return ScimResource.class;
    }

    @Override
    public Optional<ErrorForm> errorForm() {
        return Optional.of(new ScimErrorForm());
    }

    @Override
    public Optional<Actor> caller(KeycloakSession session, @Nullable TenantRef tenant) {
        return new ConnectionCredentials(session).caller(null, false);
    }

    @Override
    public Optional<Object> anonymous(ApiRequest request, @Nullable String alias) {
        return DiscoveryResource.forAnybody(request, alias);
    }

    @Override
    public Object resource(ApiRequest request) {
        return new ScimResource(request, null);
    }
}
