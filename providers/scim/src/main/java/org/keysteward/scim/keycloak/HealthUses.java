package org.keysteward.scim.keycloak;

import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;

/** When tokens and connections were last used. */
final class HealthUses {
    private final KeycloakSession session;

    HealthUses(KeycloakSession session) {
        this.session = session;
    }

    /** @param uses milliseconds since the epoch, by the ids of tokens, in their order */
    void note(Map<String, Long> uses) {
        uses.forEach(this::note);
    }

    private void note(String token, long at) {
        var entityManager = Rows.entityManager(session);
        entityManager
                .createQuery("update ConnectionTokenEntity t set t.usedAt = :at"
                        + " where t.id = :token and (t.usedAt is null or t.usedAt < :at)")
                .setParameter("at", at)
                .setParameter("token", token)
                .executeUpdate();
        entityManager
                .createQuery("update ConnectionEntity c set c.usedAt = :at where c.id ="
                        + " (select t.connectionId from ConnectionTokenEntity t where t.id = :token)"
                        + " and (c.usedAt is null or c.usedAt < :at)")
                .setParameter("at", at)
                .setParameter("token", token)
                .executeUpdate();
    }
}
