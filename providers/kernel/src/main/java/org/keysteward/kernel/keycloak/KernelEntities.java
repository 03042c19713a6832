package org.keysteward.kernel.keycloak;

import java.util.List;

/** The kernel's tables. */
public final class KernelEntities extends OwnEntities {
    public KernelEntities() {
        super(
                "ks-kernel",
                "META-INF/keysteward-kernel.xml",
                List.of(
                        SettingEntity.class,
                        RevisionEntity.class,
                        LeaseEntity.class,
                        IdempotencyEntity.class,
                        PreparedRealmEntity.class));
    }
}
