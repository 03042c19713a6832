package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.keysteward.tenants.signing.SignedLicense;

/**
 * A signed license that was installed. It outlives the tenant, or an older license could be brought back by deleting
 * the tenant and making it again.
 */
@Entity
@Table(name = "KS_SIGNED_LICENSE")
@IdClass(SignedLicenseEntity.Key.class)
public class SignedLicenseEntity {
    /** The primary key. */
    public record Key(String realmId, String jti) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "JTI", length = 200)
    private String jti = "";

    @Column(name = "TENANT_ALIAS", updatable = false)
    private String tenantAlias = "";

    @Column(name = "ISSUED_AT", updatable = false)
    private long issuedAt;

    @Column(name = "INSTALLED_AT")
    private long installedAt;

    @Column(name = "TOKEN", updatable = false)
    private String token = "";

    protected SignedLicenseEntity() {}

    SignedLicenseEntity(Key key, SignedLicense license, String token, long now) {
        this.realmId = key.realmId();
        this.jti = key.jti();
        this.tenantAlias = license.tenant();
        this.issuedAt = license.issued().toEpochMilli();
        this.token = token;
        this.installedAt = now;
    }

    String token() {
        return token;
    }
}
