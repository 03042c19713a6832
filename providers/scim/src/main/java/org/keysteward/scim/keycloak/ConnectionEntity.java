package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.JsonColumn;

/** A source that provisions users and groups into a tenant, or into the realm. */
@Entity
@Table(name = "KS_SCIM_CONNECTION")
public class ConnectionEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "NAME")
    private String name = "";

    @Column(name = "STRICT_MODE")
    private boolean strict;

    @Type(JsonColumn.class)
    @Column(name = "ADDRESSES")
    private String addresses = "[]";

    @Column(name = "RANK_NUMBER", updatable = false)
    private int rank;

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "CREATED_BY", updatable = false)
    private @Nullable String createdBy;

    @Column(name = "USED_AT", insertable = false, updatable = false)
    private @Nullable Long usedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected ConnectionEntity() {}

    ConnectionEntity(String id, String realmId, String tenantId, int rank, String createdBy, long now) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.rank = rank;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void change(String newName, boolean newStrict, List<String> newAddresses) {
        name = newName;
        strict = newStrict;
        addresses = Json.write(newAddresses);
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

    String name() {
        return name;
    }

    boolean strict() {
        return strict;
    }

    /** Ranges that calls may come from; empty for anywhere. */
    List<String> addresses() {
        return Json.texts(addresses);
    }

    int rank() {
        return rank;
    }

    long createdAt() {
        return createdAt;
    }

    @Nullable String createdBy() {
        return createdBy;
    }

    @Nullable Long usedAt() {
        return usedAt;
    }

    int version() {
        return version;
    }
}
