package org.keysteward.audit;

import java.util.Set;
import org.keysteward.kernel.Permission;

/** The permissions that the audit trail's resources ask for. */
public final class AuditPermissions {
    public static final Permission READ = Permission.AUDIT_READ;
    /** Not a tenant's: the chain is the realm's. */
    public static final Permission VERIFY = new Permission("audit.verify.read", "Have the chain verified");

    public static final Permission EXPORT = new Permission("audit.export.read", "Export the chain with its records");

    public static final Permission HOLDS_READ = new Permission("audit.holds.read", "See legal holds");
    public static final Permission HOLDS_MANAGE = new Permission("audit.holds.manage", "Place and release legal holds");
    public static final Permission ERASURES_READ =
            new Permission("audit.erasures.read", "See whose names were erased from the audit trail, and when");
    public static final Permission ERASE = new Permission("audit.erase", "Erase persons from the audit trail");

    public static final Set<Permission> ALL =
            Set.of(READ, VERIFY, EXPORT, HOLDS_READ, HOLDS_MANAGE, ERASURES_READ, ERASE);

    private AuditPermissions() {}
}
