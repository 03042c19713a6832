package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.tenants.Limits;

/** What was chosen for a tenant. The row is also the lock under which its seats are counted. */
@Entity
@Table(name = "KS_LICENSE")
public class LicenseEntity {
    @Id
    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "PLAN_ID", length = 36)
    private @Nullable String planId;

    @Type(JsonColumn.class)
    @Column(name = "LIMITS")
    private String limits = "{}";

    @Version
    @Column(name = "VERSION")
    private int version;

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    protected LicenseEntity() {}

    void change(@Nullable String newPlanId, Limits overrides, long now) {
        planId = newPlanId;
        limits = Json.write(overrides.byKey());
        updatedAt = now;
    }

    @Nullable String planId() {
        return planId;
    }

    Limits overrides() {
        return Json.readLimits(limits);
    }

    int version() {
        return version;
    }

    long updatedAt() {
        return updatedAt;
    }
}
