package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A token that was revoked: it opens nothing, and tells whose it was. */
@Entity
@Table(name = "KS_SCIM_ENDED_TOKEN")
public class EndedTokenEntity {
    @Id
    @Column(name = "HASH", length = 64)
    private String hash = "";

    @Column(name = "CONNECTION_ID", length = 36)
    private String connectionId = "";

    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Column(name = "ENDED_AT")
    private long endedAt;

    protected EndedTokenEntity() {}

    EndedTokenEntity(ConnectionTokenEntity token, ConnectionEntity connection, long now) {
        this.hash = token.hash();
        this.connectionId = connection.id();
        this.realmId = connection.realmId();
        this.tenantId = connection.tenantId();
        this.endedAt = now;
    }
}
