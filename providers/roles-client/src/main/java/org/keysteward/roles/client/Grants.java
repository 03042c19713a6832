package org.keysteward.roles.client;

import java.util.Collection;

/** Keys and wildcards, as roles give them: {@code journeys.publish}, {@code journeys.*}, {@code *}. */
final class Grants {
    private Grants() {}

    static boolean permit(Collection<String> grants, String permission) {
        return grants.stream().anyMatch(grant -> permits(grant, permission));
    }

    private static boolean permits(String grant, String permission) {
        if (grant.equals("*") || grant.equals(permission)) {
            return true;
        }
        // With its dot, so that journeys.* is nothing of journeys-archive.
        var beginning = grant.substring(0, Math.max(0, grant.length() - 1));
        return grant.endsWith(".*") && beginning.length() > 1 && permission.startsWith(beginning);
    }
}
