package org.keysteward.audit;

import java.util.Set;
import org.keysteward.kernel.Permission;

/** The permissions that the audit trail's resources ask for. */
public final class AuditPermissions {
    public static final Permission READ = Permission.AUDIT_READ;
    /** Not a tenant's: the chain is the realm's. */
    public static final Permission VERIFY = new Permission("audit.verify.read", "Have the chain verified");

    public static final Permission EXPORT = new Permission("audit.export.read", "Export the chain with its records");

    public static final Set<Permission> ALL = Set.of(READ, VERIFY, EXPORT);

    private AuditPermissions() {}
}
