package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A tenant that was deleted and can still be restored. */
@Entity
@Table(name = "KS_DELETION")
public class DeletionEntity {
    @Id
    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "REQUESTED_AT", updatable = false)
    private long requestedAt;

    @Column(name = "REQUESTED_BY", updatable = false)
    private @Nullable String requestedBy;

    /** When it becomes final. */
    @Column(name = "DUE_AT")
    private long dueAt;

    protected DeletionEntity() {}

    DeletionEntity(String tenantId, String realmId, String requestedBy, long requestedAt, long dueAt) {
        this.tenantId = tenantId;
        this.realmId = realmId;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.dueAt = dueAt;
    }

    String tenantId() {
        return tenantId;
    }

    String realmId() {
        return realmId;
    }

    @Nullable String requestedBy() {
        return requestedBy;
    }

    long requestedAt() {
        return requestedAt;
    }

    long dueAt() {
        return dueAt;
    }
}
