package org.keysteward.kernel;

import org.jspecify.annotations.Nullable;

/** An actor lacks a permission; whether it may know the tenant decides what it is told. */
public final class AccessDeniedException extends RuntimeException {
    private final @Nullable Permission permission;
    private final transient @Nullable TenantRef tenant;
    private final boolean tenantHidden;

    private AccessDeniedException(
            String message, @Nullable Permission permission, @Nullable TenantRef tenant, boolean tenantHidden) {
        super(message);
        this.permission = permission;
        this.tenant = tenant;
        this.tenantHidden = tenantHidden;
    }

    static AccessDeniedException inRealm(Permission permission) {
        return new AccessDeniedException("Missing permission " + permission.key(), permission, null, false);
    }

    static AccessDeniedException inTenant(Permission permission, TenantRef tenant) {
        return new AccessDeniedException(
                "Missing permission " + permission.key() + " in tenant " + tenant.alias(), permission, tenant, false);
    }

    static AccessDeniedException hiding(TenantRef tenant) {
        return new AccessDeniedException("Tenant " + tenant.id() + " is hidden from this actor", null, tenant, true);
    }

    /** What was missing; null where the actor may not even know the tenant. */
    public @Nullable Permission permission() {
        return permission;
    }

    /** Where it was missing; null for the realm. */
    public @Nullable TenantRef tenant() {
        return tenant;
    }

    /** Answered exactly as an unknown tenant is. */
    public boolean tenantHidden() {
        return tenantHidden;
    }

    public Problem problem() {
        if (permission == null) {
            return Problem.unknownTenant();
        }
        return Problem.of(ProblemType.MISSING_PERMISSION, "This needs the permission " + permission.key() + ".")
                .with("permission", permission.key());
    }
}
