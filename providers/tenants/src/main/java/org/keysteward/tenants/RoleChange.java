package org.keysteward.tenants;

import java.util.OptionalInt;

/**
 * Somebody gives a member another role.
 *
 * @param actorRank how high the actor stands in the tenant; empty for a stranger
 * @param current the member's role until now
 * @param wanted the role to come
 * @param otherOwners how many active owners the tenant has beside this member
 */
public record RoleChange(OptionalInt actorRank, TenantRole current, TenantRole wanted, long otherOwners) {
    /** What becomes of it. */
    public enum Verdict {
        ALLOWED,
        /** The role to come is not below the actor's own. */
        GRANTS_TOO_MUCH,
        /** The member is not below the actor. */
        MEMBER_RANKS_TOO_HIGH,
        /** The tenant would have no owner left. */
        LAST_OWNER
    }

    /** Somebody takes a member out of the tenant, or their rights for a time. */
    public static RoleChange loss(OptionalInt actorRank, TenantRole current, long otherOwners) {
        return new RoleChange(actorRank, current, TenantRole.VIEWER, otherOwners);
    }

    /** A member leaves by their own will. */
    public static RoleChange leaving(TenantRole current, long otherOwners) {
        return loss(OptionalInt.of(Integer.MAX_VALUE), current, otherOwners);
    }

    public Verdict verdict() {
        var rank = actorRank.orElse(0);
        var owner = rank >= TenantRole.OWNER.rank();
        if (!owner && wanted.rank() >= rank) {
            return Verdict.GRANTS_TOO_MUCH;
        }
        if (!owner && current.rank() >= rank) {
            return Verdict.MEMBER_RANKS_TOO_HIGH;
        }
        if (current == TenantRole.OWNER && wanted != TenantRole.OWNER && otherOwners == 0) {
            return Verdict.LAST_OWNER;
        }
        return Verdict.ALLOWED;
    }
}
