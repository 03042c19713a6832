package org.keysteward.roles;

/**
 * Gives a role to every member of a tenant for whom a condition holds, as long as it does.
 *
 * @param role the role's key
 * @param enabled whether it does so already
 */
public record AssignmentRule(
        String key, String name, String role, AssignmentPath path, Condition when, boolean enabled) {
    /** What it gives to somebody for whom it holds. */
    public Assignment assignment() {
        return new Assignment(null, role, Assignment.Reach.TENANT, path, Validity.ALWAYS, Assignment.Source.RULE, key);
    }
}
