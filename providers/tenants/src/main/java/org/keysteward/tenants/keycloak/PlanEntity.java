package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.Plan;

/** A realm's plan. */
@Entity
@Table(name = "KS_PLAN")
public class PlanEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "PLAN_KEY", length = 63, updatable = false)
    private String planKey = "";

    @Column(name = "NAME", length = 255)
    private String name = "";

    @Type(JsonColumn.class)
    @Column(name = "LIMITS")
    private String limits = "{}";

    @Type(JsonColumn.class)
    @Column(name = "FEATURES")
    private String features = "{}";

    @Version
    @Column(name = "VERSION")
    private int version;

    /** Milliseconds since the epoch, as all times in our tables. */
    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    protected PlanEntity() {}

    PlanEntity(String id, String realmId, String planKey, long now) {
        this.id = id;
        this.realmId = realmId;
        this.planKey = planKey;
        this.createdAt = now;
    }

    void change(String newName, Limits newLimits, Map<String, Object> newFeatures, long now) {
        name = newName;
        limits = Json.write(newLimits.byKey());
        features = Json.write(newFeatures);
        updatedAt = now;
    }

    String id() {
        return id;
    }

    Plan plan() {
        return new Plan(planKey, name, Json.readLimits(limits), Json.readObject(features));
    }

    int version() {
        return version;
    }

    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }
}
