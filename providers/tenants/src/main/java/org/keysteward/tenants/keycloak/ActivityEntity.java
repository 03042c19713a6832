package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That a user was active on a day, and how often they signed in. */
@Entity
@Table(name = "KS_ACTIVITY")
@IdClass(ActivityEntity.Key.class)
public class ActivityEntity {
    /** The primary key. */
    public record Key(String userId, int day) implements Serializable {}

    @Id
    @Column(name = "USER_ID")
    private String userId = "";

    /** Days since the epoch, in UTC. */
    @Id
    @Column(name = "ACTIVE_DAY")
    private int day;

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "SIGN_INS")
    private int signIns;

    protected ActivityEntity() {}
}
