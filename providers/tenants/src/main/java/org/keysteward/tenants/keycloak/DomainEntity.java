package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A domain that a tenant claims. Keycloak learns of it when it is verified, and not before. */
@Entity
@Table(name = "KS_DOMAIN")
@IdClass(DomainEntity.Key.class)
public class DomainEntity {
    /** The primary key. */
    public record Key(String tenantId, String name) implements Serializable {}

    @Id
    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Id
    @Column(name = "NAME", length = 253)
    private String name = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    /** What the tenant has to publish. */
    @Column(name = "CHALLENGE", length = 64, updatable = false)
    private String challenge = "";

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Column(name = "VERIFIED_AT")
    private @Nullable Long verifiedAt;

    @Column(name = "VERIFIED_BY", length = 20)
    private @Nullable String verifiedBy;

    /** Realm and name; unique, so that one tenant alone can have a domain verified. */
    @Column(name = "VERIFIED_NAME", length = 300)
    private @Nullable String verifiedName;

    protected DomainEntity() {}

    DomainEntity(Key key, String realmId, String challenge, long now) {
        this.tenantId = key.tenantId();
        this.name = key.name();
        this.realmId = realmId;
        this.challenge = challenge;
        this.createdAt = now;
    }

    void verified(String by, long now) {
        verifiedAt = now;
        verifiedBy = by;
        verifiedName = realmId + "/" + name;
    }

    String name() {
        return name;
    }

    String challenge() {
        return challenge;
    }

    long createdAt() {
        return createdAt;
    }

    @Nullable Long verifiedAt() {
        return verifiedAt;
    }

    @Nullable String verifiedBy() {
        return verifiedBy;
    }
}
