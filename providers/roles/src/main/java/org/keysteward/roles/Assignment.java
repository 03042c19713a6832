package org.keysteward.roles;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds (INCITS 359's user assignment), with where, when and why.
 *
 * @param id of what is stored; null of a base role, which every member has, and of what a rule gives
 * @param role the role's key
 * @param reach whether it holds in every tenant
 * @param detail what it came by, such as the rule's key; null where the source says all
 */
public record Assignment(
        @Nullable String id,
        String role,
        Reach reach,
        AssignmentPath path,
        Validity validity,
        Source source,
        @Nullable String detail) {
    /** How far it holds. */
    public enum Reach {
        REALM,
        TENANT
    }

    /** How somebody came by it. */
    public enum Source {
        /** The member's own role in the tenant: owner, admin, member or viewer. */
        MEMBERSHIP,
        MANUAL,
        INVITATION,
        SCIM,
        IDP,
        /** A rule gives it while it holds. */
        RULE,
        /** Somebody asked an application for it; the reason says which request that was. */
        REQUEST;

        /** Those that whoever assigns a role may name; each other one is said by what gives the role. */
        private static final Set<Source> OF_ASSIGNERS = Set.of(MANUAL, REQUEST);

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Source> of(String key) {
            for (var source : values()) {
                if (source.key().equals(key)) {
                    return Optional.of(source);
                }
            }
            return Optional.empty();
        }

        /** The source that whoever assigns a role names; empty where it is none of theirs. */
        public static Optional<Source> ofAssigner(String key) {
            return of(key).filter(OF_ASSIGNERS::contains);
        }

        /** Whether an assignment without a reason would not say where it came from. */
        public boolean needsReason() {
            return this == REQUEST;
        }
    }

    /** What every member has. */
    public static Assignment ofMembership(String role) {
        return new Assignment(
                null, role, Reach.TENANT, AssignmentPath.WHOLE_TENANT, Validity.ALWAYS, Source.MEMBERSHIP, null);
    }
}
