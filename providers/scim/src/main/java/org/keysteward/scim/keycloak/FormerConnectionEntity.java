package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A connection that was removed: how high it stood says who may hand over what it made, and its name which it was. */
@Entity
@Table(name = "KS_SCIM_FORMER_CONNECTION")
public class FormerConnectionEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Column(name = "RANK_NUMBER")
    private int rank;

    @Column(name = "ENDED_AT")
    private long endedAt;

    @Column(name = "NAME")
    private @Nullable String name;

    protected FormerConnectionEntity() {}

    FormerConnectionEntity(ConnectionEntity connection, long now) {
        this.id = connection.id();
        this.realmId = connection.realmId();
        this.tenantId = connection.tenantId();
        this.rank = connection.rank();
        this.endedAt = now;
        this.name = connection.name();
    }

    String id() {
        return id;
    }

    String realmId() {
        return realmId;
    }

    String tenantId() {
        return tenantId;
    }

    int rank() {
        return rank;
    }

    long endedAt() {
        return endedAt;
    }

    /** Null where it was removed before names were kept. */
    @Nullable String name() {
        return name;
    }
}
