package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.Assignment;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Validity;

/** A role that a principal was assigned, in the realm or in a tenant. */
@Entity
@Table(name = "KS_ASSIGNMENT")
public class AssignmentEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "PRINCIPAL_TYPE", length = 20, updatable = false)
    private String principalType = "";

    @Column(name = "PRINCIPAL_ID", updatable = false)
    private String principalId = "";

    @Column(name = "ROLE_KEY", length = 63)
    private String roleKey = "";

    @Column(name = "PATH", length = 650, updatable = false)
    private String path = "";

    @Column(name = "VALID_FROM")
    private @Nullable Long validFrom;

    @Column(name = "VALID_UNTIL")
    private @Nullable Long validUntil;

    @Column(name = "SOURCE", length = 20, updatable = false)
    private String source = "";

    /** Empty for none. */
    @Column(name = "DETAIL")
    private String detail = "";

    @Column(name = "REASON", length = 1000)
    private @Nullable String reason;

    @Column(name = "CREATED_AT", updatable = false)
    private long createdAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected AssignmentEntity() {}

    AssignmentEntity(String id, String realmId, String tenantId, Principal principal, Assignment assignment, long now) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.principalType = principal.type().key();
        this.principalId = principal.id();
        this.roleKey = assignment.role();
        this.path = assignment.path().text();
        this.source = assignment.source().key();
        this.detail = assignment.detail() == null ? "" : assignment.detail();
        this.createdAt = now;
        validity(assignment.validity());
    }

    void validity(Validity validity) {
        validFrom = validity.from() == null ? null : validity.from().toEpochMilli();
        validUntil = validity.until() == null ? null : validity.until().toEpochMilli();
    }

    /** Another directory takes over from the one that gave it. */
    void detail(String newDetail) {
        detail = newDetail;
    }

    void reason(@Nullable String newReason) {
        reason = newReason;
    }

    Assignment assignment() {
        return new Assignment(
                id,
                roleKey,
                tenantId.equals(RoleEntities.WHOLE_REALM) ? Assignment.Reach.REALM : Assignment.Reach.TENANT,
                AssignmentPath.of(path),
                validity(),
                Assignment.Source.of(source).orElse(Assignment.Source.MANUAL),
                detail.isEmpty() ? null : detail);
    }

    Validity validity() {
        return new Validity(time(validFrom), time(validUntil));
    }

    Principal principal() {
        return new Principal(PrincipalType.of(principalType).orElseThrow(), principalId);
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

    @Nullable String reason() {
        return reason;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    int version() {
        return version;
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
