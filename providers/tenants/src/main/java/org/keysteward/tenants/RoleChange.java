package org.keysteward.tenants;

import java.util.OptionalInt;

/**
 * Somebody gives a member another role.
 *
 * @param actorRank how high the actor stands in the tenant; empty for a stranger
 * @param current the member's role until now
 * @param memberRank how high the member stands by all that they hold; never below their role
 * @param wanted the role to come
 * @param withinActor whether the actor may do all that the wanted role may
 * @param otherOwners how many active owners the tenant has beside this member
 */
public record RoleChange(
        OptionalInt actorRank,
        TenantRole current,
        int memberRank,
        TenantRole wanted,
        boolean withinActor,
        long otherOwners) {
    /** What becomes of it. */
    public enum Verdict {
        ALLOWED,
        /** The role to come is not below the actor's own. */
        GRANTS_TOO_MUCH,
        /** The actor may not do all that the role to come may. */
        GRANTS_WHAT_THE_ACTOR_LACKS,
        /** The member is not below the actor. */
        MEMBER_RANKS_TOO_HIGH,
        /** The tenant would have no owner left. */
        LAST_OWNER
    }

    /** Somebody takes a member out of the tenant, or their rights for a time. */
    public static RoleChange loss(OptionalInt actorRank, TenantRole current, int memberRank, long otherOwners) {
        return new RoleChange(actorRank, current, memberRank, TenantRole.VIEWER, true, otherOwners);
    }

    /** A member leaves by their own will. */
    public static RoleChange leaving(TenantRole current, long otherOwners) {
        return loss(OptionalInt.of(Integer.MAX_VALUE), current, current.rank(), otherOwners);
    }

    public Verdict verdict() {
        var rank = actorRank.orElse(0);
        var owner = rank >= TenantRole.OWNER.rank();
        if (!owner && wanted.rank() >= rank) {
            return Verdict.GRANTS_TOO_MUCH;
        }
        if (!owner && Math.max(current.rank(), memberRank) >= rank) {
            return Verdict.MEMBER_RANKS_TOO_HIGH;
        }
        // A high rank alone is no permission: roles that a tenant makes have the one without the other.
        if (!withinActor) {
            return Verdict.GRANTS_WHAT_THE_ACTOR_LACKS;
        }
        if (current == TenantRole.OWNER && wanted != TenantRole.OWNER && otherOwners == 0) {
            return Verdict.LAST_OWNER;
        }
        return Verdict.ALLOWED;
    }
}
