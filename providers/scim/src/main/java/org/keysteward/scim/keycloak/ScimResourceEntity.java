package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What SCIM knows of a user or a group beside what Keycloak does, in the realm or in one tenant. */
@Entity
@Table(name = "KS_SCIM_RESOURCE")
@IdClass(ScimResourceEntity.Key.class)
public class ScimResourceEntity {
    /**
     * The primary key.
     *
     * @param scopeId the tenant, or the realm
     */
    public record Key(String scopeId, String resourceId) implements Serializable {}

    @Id
    @Column(name = "SCOPE_ID")
    private String scopeId = "";

    @Id
    @Column(name = "RESOURCE_ID")
    private String resourceId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "KIND", length = 10, updatable = false)
    private String kind = "";

    @Column(name = "OWNER", updatable = false)
    private @Nullable String owner;

    @Column(name = "CONTENT")
    private String content = "{}";

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "CHANGED_AT")
    private long changedAt;

    @Column(name = "VERSION")
    private int version;

    protected ScimResourceEntity() {}

    ScimResourceEntity(Scope scope, String resourceId, Kind kind, @Nullable String owner, long now) {
        this.scopeId = scope.id();
        this.resourceId = resourceId;
        this.realmId = scope.realmId();
        this.tenantId = scope.tenantId();
        this.kind = kind.name();
        this.owner = owner;
        this.createdAt = now;
        this.changedAt = now;
    }

    void changed(ObjectNode newContent, long now) {
        content = Json.write(newContent);
        changedAt = now;
        version++;
    }

    ObjectNode content() {
        return Json.object(content);
    }

    @Nullable String owner() {
        return owner;
    }

    String resourceId() {
        return resourceId;
    }

    long createdAt() {
        return createdAt;
    }

    long changedAt() {
        return changedAt;
    }

    int version() {
        return version;
    }
}
