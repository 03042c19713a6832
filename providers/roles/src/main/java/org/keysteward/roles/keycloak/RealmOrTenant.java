package org.keysteward.roles.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Authority;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.RolePermissions;

/**
 * What a resource is about: the realm, or one tenant.
 *
 * @param tenant null for the realm
 */
record RealmOrTenant(ApiRequest request, @Nullable TenantRef tenant) {
    static RealmOrTenant ofRealm(ApiRequest request) {
        return new RealmOrTenant(request, null);
    }

    static RealmOrTenant ofTenant(ApiRequest request) {
        return new RealmOrTenant(request, request.tenant());
    }

    /** Empty for the realm. */
    String id() {
        return tenant == null ? RoleEntities.WHOLE_REALM : tenant.id();
    }

    boolean ofRealm() {
        return tenant == null;
    }

    /** @throws IllegalStateException where this is the realm */
    TenantRef existingTenant() {
        if (tenant == null) {
            throw new IllegalStateException("This is about the whole realm");
        }
        return tenant;
    }

    String realmId() {
        return request.realm().getId();
    }

    Instant now() {
        return request.clock().instant();
    }

    String newId() {
        return new UuidV7(request.clock()).next().toString();
    }

    /** Asks for a permission that the actor may hold at this path only. */
    void require(Permission permission, AssignmentPath path) {
        if (path.wholeTenant() || tenant == null) {
            request.require(permission);
            return;
        }
        if (!request.actor().permits(permission) && !held(tenant).permits(permission.key(), path, now())) {
            request.actor().require(permission, tenant);
        }
    }

    /** What the actor may give to others there. */
    Authority authority(AssignmentPath path) {
        return tenant == null || request.actor().permits(RolePermissions.ROLES_ASSIGN)
                ? Authority.ofRealm()
                : Authority.of(held(tenant), path, now());
    }

    /** Who is asked for may be the actor. */
    boolean isActor(String userId) {
        return request.actor().id().equals(userId);
    }

    void record(String action, String type, String id, AuditEntry.Change... changes) {
        request.record(AuditEntry.changed(action, request.actor(), tenant, new AuditEntry.Target(type, id), changes));
    }

    private Holdings held(TenantRef one) {
        return new HeldRoles(request.session()).of(one, request.actor().id());
    }
}
