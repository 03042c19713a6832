package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.DailyUsage;

/** What a tenant used on one day. */
@Entity
@Table(name = "KS_USAGE")
@IdClass(UsageEntity.Key.class)
public class UsageEntity {
    /** The primary key. */
    public record Key(String tenantId, int day) implements Serializable {}

    @Id
    @Column(name = "TENANT_ID")
    private String tenantId = "";

    /** Days since the epoch, in UTC. */
    @Id
    @Column(name = "USAGE_DAY")
    private int day;

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "SEATS_USED")
    private int seatsUsed;

    @Column(name = "SEAT_LIMIT")
    private @Nullable Integer seatLimit;

    @Column(name = "SEATS_PEAK")
    private int seatsPeak;

    @Column(name = "PENDING")
    private int pending;

    @Column(name = "ACTIVE_1")
    private int active1;

    @Column(name = "ACTIVE_7")
    private int active7;

    @Column(name = "ACTIVE_30")
    private int active30;

    @Column(name = "SIGN_INS")
    private int signIns;

    protected UsageEntity() {}

    UsageEntity(Key key, String realmId) {
        this.tenantId = key.tenantId();
        this.day = key.day();
        this.realmId = realmId;
    }

    void take(DailyUsage usage) {
        seatsUsed = usage.seatsUsed();
        seatLimit = usage.seatLimit();
        seatsPeak = Math.max(seatsPeak, usage.seatsPeak());
        pending = usage.pendingInvitations();
        active1 = usage.activeMembers1();
        active7 = usage.activeMembers7();
        active30 = usage.activeMembers30();
        signIns = usage.signIns();
    }

    DailyUsage usage() {
        return new DailyUsage(day, seatsUsed, seatLimit, seatsPeak, pending, active1, active7, active30, signIns);
    }
}
