package org.keysteward.kernel;

import java.util.regex.Pattern;

/**
 * The right to do one thing to one kind of resource (INCITS 359).
 *
 * @param key dotted, resource then action, 2 to 6 lower-case segments: {@code members.add}
 * @param description what its holder may do, for people
 * @param leastRank of the lowest of a tenant's built-in roles that holds it; above all of them where it is realm
 *     administrators' alone
 */
public record Permission(String key, String description, int leastRank) {
    /** Of the built-in roles that hold a permission, the lowest is viewer. */
    public static final int VIEWERS = 10;

    /** Of the built-in roles that hold a permission, the lowest is admin. */
    public static final int ADMINISTRATORS = 30;

    private static final int REALM_ADMINISTRATORS = Integer.MAX_VALUE;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,5}");

    /** Without it, an actor does not even learn that a tenant exists. */
    public static final Permission TENANT_READ = new Permission("tenant.read", "See the tenant", VIEWERS);

    /** Here, since administrators of tenants hold it, and those do not know the audit trail. */
    public static final Permission AUDIT_READ = new Permission("audit.read", "Read the audit trail", ADMINISTRATORS);

    public Permission {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a permission key: " + key);
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("Permission " + key + " has no description");
        }
    }

    /** A permission of realm administrators alone: no role in a tenant gives it. */
    public Permission(String key, String description) {
        this(key, description, REALM_ADMINISTRATORS);
    }

    /** Whether roles in a tenant can give it. */
    public boolean reachesTenants() {
        return leastRank != REALM_ADMINISTRATORS;
    }

    /** Whether holding it changes nothing. */
    public boolean readsOnly() {
        return key.endsWith(".read");
    }
}
