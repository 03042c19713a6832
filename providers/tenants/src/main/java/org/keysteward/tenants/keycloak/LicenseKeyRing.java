package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.signing.LicenseKey;
import org.keysteward.tenants.signing.LicenseKeys;

/** The public keys of vendors that a realm accepts. */
final class LicenseKeyRing {
    private final EntityManager entityManager;
    private final String realmId;

    LicenseKeyRing(KeycloakSession session) {
        this.entityManager = Rows.entityManager(session);
        this.realmId = session.getContext().getRealm().getId();
    }

    LicenseKeys keys() {
        return new LicenseKeys(rows().stream().map(LicenseKeyEntity::key).toList());
    }

    List<LicenseKeyEntity> rows() {
        return entityManager
                .createQuery(
                        "select k from LicenseKeyEntity k where k.realmId = :realm order by k.kid",
                        LicenseKeyEntity.class)
                .setParameter("realm", realmId)
                .getResultList();
    }

    Optional<LicenseKeyEntity> find(String kid) {
        return Optional.ofNullable(entityManager.find(LicenseKeyEntity.class, new LicenseKeyEntity.Key(realmId, kid)));
    }

    void add(LicenseKey key, long now) {
        entityManager.persist(new LicenseKeyEntity(realmId, key, now));
        entityManager.flush();
    }

    void remove(LicenseKeyEntity row) {
        entityManager.remove(row);
        entityManager.flush();
    }
}
