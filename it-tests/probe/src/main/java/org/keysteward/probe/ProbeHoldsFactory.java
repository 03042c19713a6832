package org.keysteward.probe;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.LegalHoldsProvider;
import org.keysteward.kernel.keycloak.LegalHoldsProviderFactory;

/** Holds the tenants whose organization has the attribute {@code legal-hold}, and nobody. */
public final class ProbeHoldsFactory implements LegalHoldsProviderFactory {
    @Override
    public String getId() {
        return "keysteward-probe";
    }

    @Override
    public LegalHoldsProvider create(KeycloakSession session) {
        return new Holds(session);
    }

    private record Holds(KeycloakSession session) implements LegalHoldsProvider {
        @Override
        public List<String> on(TenantRef tenant) {
            var organization = session.getProvider(OrganizationProvider.class).getById(tenant.id());
            return organization == null
                    ? List.of()
                    : organization.getAttributes().getOrDefault("legal-hold", List.of());
        }

        @Override
        public List<String> onPerson(String userId) {
            return List.of();
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
