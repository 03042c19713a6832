package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.tenants.License;
import org.keysteward.tenants.Plan;
import org.keysteward.tenants.Suspension;
import org.keysteward.tenants.Term;

/**
 * What was chosen for a tenant. The row is also the lock under which its seats are counted. Only what changed is
 * written: what is kept under the lock is written beside this entity.
 */
@Entity
@DynamicUpdate
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

    @Type(JsonColumn.class)
    @Column(name = "FEATURES")
    private String features = "{}";

    @Type(JsonColumn.class)
    @Column(name = "ROLLOUTS")
    private String rollouts = "{}";

    @Column(name = "STARTS_AT")
    private @Nullable Long startsAt;

    @Column(name = "EXPIRES_AT")
    private @Nullable Long expiresAt;

    @Column(name = "GRACE_DAYS")
    private @Nullable Integer graceDays;

    @Column(name = "SIGNED_ID", length = 200)
    private @Nullable String signedId;

    @Column(name = "SUSPENDED_AT")
    private @Nullable Long suspendedAt;

    @Column(name = "SUSPENSION_REASON", length = 255)
    private @Nullable String suspensionReason;

    /** Whether the organization would be enabled but for us. */
    @Column(name = "DISABLED_BY_US")
    private boolean disabledByUs;

    /** The day since the epoch of {@link #peak}. */
    @Column(name = "PEAK_DAY")
    private int peakDay;

    @Column(name = "PEAK")
    private int peak;

    /** The percentage of seats that owners were last warned of; 0 for none. */
    @Column(name = "WARNED")
    private int warned;

    @Column(name = "WARNING_DUE")
    private boolean warningDue;

    /** Whether the tenant had an active owner when it was last looked at. */
    @Column(name = "OWNED")
    private boolean owned;

    /** When it was seen that the last owner is gone; null while there is one, or never was. */
    @Column(name = "OWNERLESS_SINCE")
    private @Nullable Long ownerlessSince;

    @Version
    @Column(name = "VERSION")
    private int version;

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    protected LicenseEntity() {}

    /**
     * What is given to a tenant.
     *
     * @param planId null for the realm's default plan
     * @param startsAt milliseconds since the epoch, as all times in our tables
     * @param graceDays null for those of the plan
     * @param signedId of the signed license that it comes from
     */
    record Grant(
            @Nullable String planId,
            License.Overrides overrides,
            @Nullable Long startsAt,
            @Nullable Long expiresAt,
            @Nullable Integer graceDays,
            @Nullable String signedId) {}

    void change(Grant grant, long now) {
        planId = grant.planId();
        limits = Json.write(grant.overrides().limits().byKey());
        features = Json.write(grant.overrides().features());
        rollouts = Json.write(FeaturesBody.shown(grant.overrides().rollouts()));
        startsAt = grant.startsAt();
        expiresAt = grant.expiresAt();
        graceDays = grant.graceDays();
        signedId = grant.signedId();
        updatedAt = now;
    }

    void suspend(String reason, long now) {
        suspendedAt = suspendedAt == null ? now : suspendedAt;
        suspensionReason = reason;
        updatedAt = now;
    }

    void resume(long now) {
        suspendedAt = null;
        suspensionReason = null;
        updatedAt = now;
    }

    void disabledByUs(boolean now) {
        disabledByUs = now;
    }

    Grant grant() {
        return new Grant(planId, overrides(), startsAt, expiresAt, graceDays, signedId);
    }

    /** The license that holds, given the plans that were read with it. */
    License license(Optional<Plan> chosen, Optional<Plan> realmDefault) {
        var plan = chosen.or(() -> realmDefault);
        return new License(
                plan.orElse(null),
                source(chosen.isPresent()),
                overrides(),
                term(plan.map(Plan::graceDays).orElse(0)),
                suspendedAt == null
                        ? null
                        : new Suspension(Instant.ofEpochMilli(suspendedAt), String.valueOf(suspensionReason)));
    }

    private License.Source source(boolean chosen) {
        if (signedId != null) {
            return License.Source.SIGNED;
        }
        return chosen ? License.Source.ADMINISTRATOR : License.Source.DEFAULT;
    }

    private License.Overrides overrides() {
        return new License.Overrides(Json.readLimits(limits), Json.readObject(features), Json.readRollouts(rollouts));
    }

    private Term term(int planned) {
        return new Term(
                startsAt == null ? null : Instant.ofEpochMilli(startsAt),
                expiresAt == null ? null : Instant.ofEpochMilli(expiresAt),
                graceDays == null ? planned : graceDays);
    }

    String tenantId() {
        return tenantId;
    }

    String realmId() {
        return realmId;
    }

    @Nullable String planId() {
        return planId;
    }

    @Nullable String suspensionReason() {
        return suspensionReason;
    }

    @Nullable String signedId() {
        return signedId;
    }

    /** The most seats that were used on the day, as far as a limit made us look; 0 where none did. */
    int peakOn(int day) {
        return peakDay == day ? peak : 0;
    }

    boolean isDisabledByUs() {
        return disabledByUs;
    }

    int version() {
        return version;
    }

    long updatedAt() {
        return updatedAt;
    }

    @Nullable Long ownerlessSince() {
        return ownerlessSince;
    }
}
