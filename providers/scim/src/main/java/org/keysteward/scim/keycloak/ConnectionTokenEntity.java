package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.connection.ConnectionToken;

/** A token of a connection; of its secret, the hash. */
@Entity
@Table(name = "KS_SCIM_TOKEN")
public class ConnectionTokenEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "CONNECTION_ID", length = 36, updatable = false)
    private String connectionId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "HASH", length = 64, updatable = false)
    private String hash = "";

    @Column(name = "HINT", length = 8, updatable = false)
    private String hint = "";

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT")
    private @Nullable Long expiresAt;

    @Column(name = "USED_AT", insertable = false, updatable = false)
    private @Nullable Long usedAt;

    protected ConnectionTokenEntity() {}

    ConnectionTokenEntity(String id, ConnectionEntity connection, ConnectionToken token, long now) {
        this.id = id;
        this.connectionId = connection.id();
        this.realmId = connection.realmId();
        this.tenantId = connection.tenantId();
        this.hash = token.hash();
        this.hint = token.hint();
        this.createdAt = now;
    }

    /** @param time milliseconds since the epoch; null for never */
    void expiresAt(@Nullable Long time) {
        expiresAt = time;
    }

    boolean isExpired(long now) {
        return expiresAt != null && expiresAt <= now;
    }

    String id() {
        return id;
    }

    String connectionId() {
        return connectionId;
    }

    String hash() {
        return hash;
    }

    String hint() {
        return hint;
    }

    long createdAt() {
        return createdAt;
    }

    @Nullable Long expiresAt() {
        return expiresAt;
    }

    @Nullable Long usedAt() {
        return usedAt;
    }
}
