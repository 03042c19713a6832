package org.keysteward.roles.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Holdings;

/**
 * What somebody holds in a tenant now.
 *
 * @param rank of the highest role; null for none
 * @param roles with those that they inherit
 * @param permissions keys of the catalogue
 * @param grants keys and wildcards, as granted
 * @param paths what holds there, what holds in the whole tenant included
 * @param changesAt when this will be another answer if nobody changes anything; null for never
 */
public record HeldView(
        String tenant,
        @Nullable Integer rank,
        List<String> roles,
        List<String> permissions,
        List<String> grants,
        Map<String, AtPath> paths,
        @Nullable String changesAt) {
    /** What holds at a path. */
    public record AtPath(List<String> roles, List<String> permissions, List<String> grants) {}

    static HeldView of(String alias, Holdings holdings, Instant now) {
        var whole = at(holdings, AssignmentPath.WHOLE_TENANT, now);
        var paths = new TreeMap<String, AtPath>();
        holdings.rolesByPath(now).keySet().forEach(path -> paths.put(path.text(), at(holdings, path, now)));
        var rank = holdings.rank(AssignmentPath.WHOLE_TENANT, now);
        return new HeldView(
                alias,
                rank.isPresent() ? rank.getAsInt() : null,
                whole.roles(),
                whole.permissions(),
                whole.grants(),
                paths,
                holdings.changes(now).map(Instant::toString).orElse(null));
    }

    private static AtPath at(Holdings holdings, AssignmentPath path, Instant now) {
        return new AtPath(
                List.copyOf(holdings.roles(path, now, true)),
                holdings.permissions(path, now),
                holdings.grants(path, now).stream().map(Grant::text).toList());
    }
}
