package org.keysteward.audit.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.LegalHoldsProvider;
import org.keysteward.kernel.keycloak.LegalHoldsProviderFactory;

/** Says which tenants are on legal hold; also while the capability is off, since a hold does not end with it. */
public final class AuditHoldsFactory implements LegalHoldsProviderFactory {
    @Override
    public String getId() {
        return "audit";
    }

    @Override
    public LegalHoldsProvider create(KeycloakSession session) {
        return new Held(session);
    }

    private record Held(KeycloakSession session) implements LegalHoldsProvider {
        @Override
        public List<String> on(TenantRef tenant) {
            return reasons(HoldRows.TENANT, tenant.id());
        }

        @Override
        public List<String> onPerson(String userId) {
            return reasons(HoldRows.PERSON, userId);
        }

        private List<String> reasons(String kind, String id) {
            var realm = session.getContext().getRealm().getId();
            return Sql.in(
                    session,
                    sql -> new HoldRows(sql, realm)
                            .on(kind, id).stream()
                                    .map(hold -> "Legal hold " + hold.id() + ": " + hold.reason())
                                    .toList());
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
