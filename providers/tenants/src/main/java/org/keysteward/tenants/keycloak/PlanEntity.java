package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.tenants.OnExpiry;
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

    @Type(JsonColumn.class)
    @Column(name = "ROLLOUTS")
    private String rollouts = "{}";

    @Column(name = "GRACE_DAYS")
    private int graceDays;

    @Column(name = "ON_EXPIRY", length = 20)
    private String onExpiry = OnExpiry.NO_GROWTH.key();

    @Column(name = "INVITATIONS_HOLD_SEATS")
    private boolean invitationsHoldSeats = true;

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

    void change(Plan plan, long now) {
        name = plan.name();
        limits = Json.write(plan.limits().byKey());
        features = Json.write(plan.features());
        rollouts = Json.write(FeaturesBody.shown(plan.rollouts()));
        graceDays = plan.graceDays();
        onExpiry = plan.onExpiry().key();
        invitationsHoldSeats = plan.invitationsHoldSeats();
        updatedAt = now;
    }

    String id() {
        return id;
    }

    Plan plan() {
        return new Plan(
                planKey,
                name,
                Json.readLimits(limits),
                Json.readObject(features),
                Json.readRollouts(rollouts),
                graceDays,
                OnExpiry.of(onExpiry).orElse(OnExpiry.DENY_SIGN_IN),
                invitationsHoldSeats);
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
