package org.keysteward.tenants.keycloak;

import java.util.List;
import org.keysteward.kernel.keycloak.OwnEntities;

/** The tables of tenants. */
public final class TenantEntities extends OwnEntities {
    public TenantEntities() {
        super(
                "ks-tenants",
                "META-INF/keysteward-tenants.xml",
                List.of(
                        PlanEntity.class,
                        LicenseEntity.class,
                        MemberEntity.class,
                        InvitationEntity.class,
                        DomainEntity.class,
                        DeletionEntity.class,
                        LicenseKeyEntity.class,
                        SignedLicenseEntity.class,
                        ActivityEntity.class,
                        UsageEntity.class));
    }
}
