package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A connection that was removed: how high it stood says who may hand over what it made. */
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

    protected FormerConnectionEntity() {}

    FormerConnectionEntity(ConnectionEntity connection, long now) {
        this.id = connection.id();
        this.realmId = connection.realmId();
        this.tenantId = connection.tenantId();
        this.rank = connection.rank();
        this.endedAt = now;
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
}
