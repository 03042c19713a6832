package org.keysteward.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members of tenants about whom something has changed.
 *
 * @param tenantId the organization's; empty for every tenant
 * @param userId empty for everybody there
 */
public record MemberScope(String tenantId, String userId) {
    public static final MemberScope EVERYBODY = new MemberScope("", "");

    private static final char SEPARATOR = '/';

    /** What {@link #text} said; ids of tenants have no slash. */
    public static MemberScope of(String text) {
        var at = text.indexOf(SEPARATOR);
        return new MemberScope(text.substring(0, at), text.substring(at + 1));
    }

    public String text() {
        return tenantId + SEPARATOR + userId;
    }

    /** Whether it is one member of one tenant. */
    public boolean one() {
        return !tenantId.isEmpty() && !userId.isEmpty();
    }

    public boolean covers(MemberScope other) {
        return (tenantId.isEmpty() || tenantId.equals(other.tenantId))
                && (userId.isEmpty() || userId.equals(other.userId));
    }

    /** The same or more, in no more parts than these: their whole tenants, or everybody. */
    public static Set<MemberScope> atMost(int parts, Set<MemberScope> scopes) {
        if (scopes.size() <= parts) {
            return scopes;
        }
        var tenants =
                scopes.stream().map(one -> new MemberScope(one.tenantId(), "")).collect(Collectors.toSet());
        return tenants.size() <= parts ? tenants : Set.of(EVERYBODY);
    }
}
