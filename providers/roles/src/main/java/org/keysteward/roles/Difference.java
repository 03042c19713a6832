package org.keysteward.roles;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody gains and loses by a change.
 *
 * @param gains keys of permissions, and wildcards where the catalogue is open
 */
public record Difference(SortedSet<String> gains, SortedSet<String> losses) {
    public static Difference between(Holdings before, Holdings after, Instant now) {
        var places = new TreeSet<AssignmentPath>();
        places.add(AssignmentPath.WHOLE_TENANT);
        places.addAll(before.rolesByPath(now).keySet());
        places.addAll(after.rolesByPath(now).keySet());
        var gains = new TreeSet<String>();
        var losses = new TreeSet<String>();
        for (var place : places) {
            var had = held(before, place, now);
            var has = held(after, place, now);
            has.stream().filter(one -> !had.contains(one)).forEach(gains::add);
            had.stream().filter(one -> !has.contains(one)).forEach(losses::add);
        }
        return new Difference(gains, losses);
    }

    public boolean isNothing() {
        return gains.isEmpty() && losses.isEmpty();
    }

    private static SortedSet<String> held(Holdings holdings, AssignmentPath place, Instant now) {
        var held = new TreeSet<>(holdings.permissions(place, now));
        holdings.grants(place, now).stream().filter(Grant::wildcard).forEach(grant -> held.add(grant.text()));
        return held;
    }
}
