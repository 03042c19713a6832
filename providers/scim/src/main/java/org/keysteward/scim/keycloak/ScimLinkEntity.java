package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** By which {@code externalId} a connection knows a user or a group. */
@Entity
@Table(name = "KS_SCIM_LINK")
@IdClass(ScimLinkEntity.Key.class)
public class ScimLinkEntity {
    /** The primary key. */
    public record Key(String connectionId, String resourceId) implements Serializable {}

    @Id
    @Column(name = "CONNECTION_ID")
    private String connectionId = "";

    @Id
    @Column(name = "RESOURCE_ID")
    private String resourceId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "KIND", length = 10, updatable = false)
    private String kind = "";

    @Column(name = "EXTERNAL_ID", length = 1000)
    private String externalId = "";

    protected ScimLinkEntity() {}

    ScimLinkEntity(Key key, Scope scope, Kind kind, String externalId) {
        this.connectionId = key.connectionId();
        this.resourceId = key.resourceId();
        this.realmId = scope.realmId();
        this.tenantId = scope.tenantId();
        this.kind = kind.name();
        this.externalId = externalId;
    }

    String resourceId() {
        return resourceId;
    }

    String externalId() {
        return externalId;
    }

    void externalId(String newExternalId) {
        externalId = newExternalId;
    }
}
