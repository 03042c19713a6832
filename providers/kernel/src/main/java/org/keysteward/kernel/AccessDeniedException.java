package org.keysteward.kernel;

import org.jspecify.annotations.Nullable;

/** An actor lacks a permission; whether it may know the tenant decides what it is told. */
public final class AccessDeniedException extends RuntimeException {
    private final @Nullable Permission permission;
    private final boolean tenantHidden;

    private AccessDeniedException(String message, @Nullable Permission permission, boolean tenantHidden) {
        super(message);
        this.permission = permission;
        this.tenantHidden = tenantHidden;
    }

    static AccessDeniedException inRealm(Permission permission) {
        return new AccessDeniedException("Missing permission " + permission.key(), permission, false);
    }

    static AccessDeniedException inTenant(Permission permission, TenantRef tenant) {
        return new AccessDeniedException(
                "Missing permission " + permission.key() + " in tenant " + tenant.alias(), permission, false);
    }

    static AccessDeniedException hiding(TenantRef tenant) {
        return new AccessDeniedException("Tenant " + tenant.id() + " is hidden from this actor", null, true);
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
