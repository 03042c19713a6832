package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.tenants.signing.LicenseKey;

/** A vendor's public key that a realm accepts. */
@Entity
@Table(name = "KS_LICENSE_KEY")
@IdClass(LicenseKeyEntity.Key.class)
public class LicenseKeyEntity {
    /** The primary key. */
    public record Key(String realmId, String kid) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "KID", length = 200)
    private String kid = "";

    @Type(JsonColumn.class)
    @Column(name = "JWK", updatable = false)
    private String jwk = "{}";

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    protected LicenseKeyEntity() {}

    LicenseKeyEntity(String realmId, LicenseKey key, long now) {
        this.realmId = realmId;
        this.kid = key.kid();
        this.jwk = Json.write(key.toJwk());
        this.createdAt = now;
    }

    LicenseKey key() {
        return LicenseKey.ofJwk(Json.readObject(jwk));
    }

    long createdAt() {
        return createdAt;
    }
}
