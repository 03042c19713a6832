package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/**
 * What we know of a membership beside what Keycloak does. A member without a row is an active {@link
 * TenantRole#MEMBER}; a row without a membership means nothing.
 */
@Entity
@Table(name = "KS_MEMBER")
@IdClass(MemberEntity.Key.class)
public class MemberEntity {
    /** The primary key. */
    public record Key(String tenantId, String userId) implements Serializable {}

    @Id
    @Column(name = "TENANT_ID")
    private String tenantId = "";

    @Id
    @Column(name = "USER_ID")
    private String userId = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "MEMBER_ROLE", length = 20)
    private String role = TenantRole.MEMBER.key();

    @Column(name = "STATUS", length = 20)
    private String status = MemberStatus.ACTIVE.key();

    @Version
    @Column(name = "VERSION")
    private int version;

    protected MemberEntity() {}

    MemberEntity(Key key, String realmId) {
        this.tenantId = key.tenantId();
        this.userId = key.userId();
        this.realmId = realmId;
    }

    void give(TenantRole newRole) {
        role = newRole.key();
    }

    void status(MemberStatus newStatus) {
        status = newStatus.key();
    }

    int version() {
        return version;
    }
}
