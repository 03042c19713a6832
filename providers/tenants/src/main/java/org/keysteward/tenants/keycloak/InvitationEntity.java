package org.keysteward.tenants.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.TenantRole;

/** What we know of an invitation beside what Keycloak does. */
@Entity
@Table(name = "KS_INVITATION")
public class InvitationEntity {
    /** What has become of its mail. */
    enum Mail {
        QUEUED,
        SENT,
        /** Every attempt failed; somebody has to resend it. */
        FAILED
    }

    @Id
    @Column(name = "INVITATION_ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "MEMBER_ROLE", length = 20)
    private String role = TenantRole.MEMBER.key();

    /** A role of the tenant that its addressee gets beside; null for none. */
    @Column(name = "OWN_ROLE", length = 63)
    private @Nullable String ownRole;

    @Column(name = "INVITED_BY")
    private @Nullable String invitedBy;

    @Column(name = "MAIL", length = 20)
    private String mail = Mail.QUEUED.name();

    @Column(name = "ATTEMPTS")
    private int attempts;

    @Column(name = "NEXT_ATTEMPT")
    private long nextAttempt;

    protected InvitationEntity() {}

    InvitationEntity(String id, String realmId, String tenantId, InvitedRole role, String invitedBy) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.role = role.membership().key();
        this.ownRole = role.own();
        this.invitedBy = invitedBy;
    }

    void sent() {
        mail = Mail.SENT.name();
    }

    /** @param nextAttempt milliseconds since the epoch; nothing is tried before it */
    void attempting(long nextAttempt) {
        attempts++;
        this.nextAttempt = nextAttempt;
    }

    void failed() {
        mail = Mail.FAILED.name();
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

    InvitedRole role() {
        return new InvitedRole(TenantRole.of(role).orElse(TenantRole.VIEWER), ownRole);
    }

    @Nullable String invitedBy() {
        return invitedBy;
    }

    String mail() {
        return mail;
    }

    int attempts() {
        return attempts;
    }
}
