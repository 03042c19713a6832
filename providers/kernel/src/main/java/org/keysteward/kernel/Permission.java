package org.keysteward.kernel;

import java.util.regex.Pattern;

/**
 * The right to do one thing to one kind of resource (INCITS 359).
 *
 * @param key dotted, resource then action, 2 to 6 lower-case segments: {@code members.add}
 * @param description what its holder may do, for people
 */
public record Permission(String key, String description) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,5}");

    /** Without it, an actor does not even learn that a tenant exists. */
    public static final Permission TENANT_READ = new Permission("tenant.read", "See the tenant");

    /** Here, since administrators of tenants hold it, and those do not know the audit trail. */
    public static final Permission AUDIT_READ = new Permission("audit.read", "Read the audit trail");

    public Permission {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a permission key: " + key);
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("Permission " + key + " has no description");
        }
    }

    /** Whether holding it changes nothing. */
    public boolean readsOnly() {
        return key.endsWith(".read");
    }
}
