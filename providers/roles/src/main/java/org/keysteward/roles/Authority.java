package org.keysteward.roles;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may give to others at one place in a tenant: nothing that they do not have themselves, and no role that
 * is as high as theirs. The permissions that an act needs beside that are asked for before.
 *
 * @param rank of their highest role there; -1 for none
 * @param grants what they hold there
 * @param realm whether they administer the whole realm, and so give what they like
 */
public record Authority(int rank, SortedSet<Grant> grants, boolean realm) {
    private static final int NO_RANK = -1;

    /** What becomes of an act. */
    public sealed interface Verdict {}

    public record Allowed() implements Verdict {}

    /** @param role the key of the role that is as high as the actor's, or higher */
    public record RankTooHigh(String role) implements Verdict {}

    /** @param missing what the role gives and the actor does not have */
    public record GrantsTooMuch(String role, SortedSet<Grant> missing) implements Verdict {}

    /** Nobody but an owner gives roles to themselves. */
    public record OwnRoles() implements Verdict {}

    private static final Verdict ALLOWED = new Allowed();

    /** Above every rank. */
    public static Authority ofRealm() {
        return new Authority(Integer.MAX_VALUE, new TreeSet<>(Set.of(Grant.EVERYTHING)), true);
    }

    public static Authority of(Holdings holdings, AssignmentPath path, Instant now) {
        return new Authority(holdings.rank(path, now).orElse(NO_RANK), holdings.grants(path, now), false);
    }

    /** Somebody is to get the role, whichever way: by hand, by a rule, a mapping or an invitation. */
    public Verdict giving(EffectiveRole role, boolean toThemselves) {
        if (realm) {
            return ALLOWED;
        }
        if (toThemselves && !owner()) {
            return new OwnRoles();
        }
        return isBelow(role.rank()) ? unless(role, missing(role.grants())) : new RankTooHigh(role.key());
    }

    /** Somebody is to lose the role, or to have it for another time. */
    public Verdict taking(EffectiveRole role, boolean fromThemselves) {
        return realm || fromThemselves || isBelow(role.rank()) ? ALLOWED : new RankTooHigh(role.key());
    }

    /**
     * A role is to be made, or to be another than it was.
     *
     * @param before null where it is new
     * @param highestHeir the highest rank among the roles that inherit it; -1 for none
     */
    public Verdict defining(@Nullable EffectiveRole before, EffectiveRole after, int highestHeir) {
        if (realm) {
            return ALLOWED;
        }
        if (!isBelow(after.rank()) || !isBelow(highestHeir) || (before != null && !isBelow(before.rank()))) {
            return new RankTooHigh(after.key());
        }
        var had = before == null ? new TreeSet<Grant>() : before.grants();
        var gained = after.grants().stream()
                .filter(grant -> !Grant.covered(grant, had))
                .collect(Collectors.toCollection(TreeSet::new));
        return unless(after, missing(gained));
    }

    /** A role is to go; whoever has it loses what it gives. */
    public Verdict deleting(EffectiveRole role, int highestHeir) {
        return realm || (isBelow(role.rank()) && isBelow(highestHeir)) ? ALLOWED : new RankTooHigh(role.key());
    }

    private boolean owner() {
        return rank >= Role.OWNER_RANK;
    }

    private boolean isBelow(int other) {
        return owner() || other < rank;
    }

    private SortedSet<Grant> missing(SortedSet<Grant> wanted) {
        return wanted.stream()
                .filter(grant -> !Grant.covered(grant, grants))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Verdict unless(EffectiveRole role, SortedSet<Grant> missing) {
        return missing.isEmpty() ? ALLOWED : new GrantsTooMuch(role.key(), missing);
    }
}
