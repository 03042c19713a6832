package org.keysteward.roles.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.roles.Authority;
import org.keysteward.roles.CyclicRolesException;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Grant;

/** The problems that are roles' own. */
final class RoleProblems {
    private static final ProblemType ROLE_EXISTS = new ProblemType("role-exists", "Role exists", 409);
    private static final ProblemType ROLE_IN_USE = new ProblemType("role-in-use", "Role in use", 409);
    private static final ProblemType ROLE_BUILT_IN = new ProblemType("role-built-in", "Role is built in", 409);
    private static final ProblemType ROLE_CYCLE = new ProblemType("role-cycle", "Roles inherit each other", 422);
    private static final ProblemType PERMISSION_IN_USE = new ProblemType("permission-in-use", "Permission in use", 409);
    private static final ProblemType PERMISSION_BUILT_IN =
            new ProblemType("permission-built-in", "Permission is built in", 409);
    private static final ProblemType ASSIGNMENT_EXISTS = new ProblemType("assignment-exists", "Assignment exists", 409);
    private static final ProblemType RULE_EXISTS = new ProblemType("rule-exists", "Rule exists", 409);
    private static final ProblemType DUTY_SET_EXISTS = new ProblemType("duty-set-exists", "Set of duties exists", 409);
    private static final ProblemType MAPPING_EXISTS = new ProblemType("mapping-exists", "Mapping exists", 409);
    private static final ProblemType SEPARATION_OF_DUTY =
            new ProblemType("separation-of-duty", "Duties are separated", 409);
    private static final ProblemType LIMIT = new ProblemType("limit-reached", "Limit reached", 409);
    private static final ProblemType RANK = new ProblemType("rank-too-high", "Rank too high", 403);
    private static final ProblemType GRANTS = new ProblemType("grants-too-much", "Grants too much", 403);
    private static final ProblemType OWN_ROLES = new ProblemType("own-roles", "Own roles", 403);

    private RoleProblems() {}

    static ProblemException unknownRole() {
        return notFound("There is no role with this key.");
    }

    static ProblemException unknownRole(String pointer, String key) {
        return new ProblemException(Problem.invalidField(pointer, "There is no role with the key " + key + "."));
    }

    static ProblemException unknownPermission() {
        return notFound("Nobody has registered a permission with this key.");
    }

    static ProblemException unknownAssignment() {
        return notFound("There is no such assignment.");
    }

    static ProblemException unknownRule() {
        return notFound("There is no rule with this key.");
    }

    static ProblemException unknownDutySet() {
        return notFound("There is no set of duties with this key.");
    }

    static ProblemException unknownMapping() {
        return notFound("There is no such mapping.");
    }

    static ProblemException unknownMember() {
        return notFound("There is no such member in this tenant.");
    }

    static ProblemException roleExists(String key) {
        return new ProblemException(Problem.of(ROLE_EXISTS, "There is a role with the key " + key + " already.")
                .at("/key"));
    }

    /** Some tenant has a role of its own that a template would hide. */
    static ProblemException roleExistsInTenants(String key, long tenants) {
        return new ProblemException(Problem.of(
                        ROLE_EXISTS,
                        tenants + " tenants have a role of their own with the key " + key + "; choose another key.")
                .at("/key")
                .with("tenants", tenants));
    }

    static ProblemException roleInUse(long assignments) {
        return new ProblemException(Problem.of(
                        ROLE_IN_USE,
                        assignments
                                + " assignments give this role: end them first, or name another role in reassignTo.")
                .with("assignments", assignments));
    }

    static ProblemException roleInherited(List<String> heirs) {
        return new ProblemException(
                Problem.of(ROLE_IN_USE, "Other roles inherit this one: " + String.join(", ", heirs) + ".")
                        .with("heirs", heirs));
    }

    static ProblemException roleNamed(String by) {
        return new ProblemException(Problem.of(ROLE_IN_USE, "This role is named by " + by + "; change that first."));
    }

    static ProblemException builtIn() {
        return new ProblemException(Problem.of(ROLE_BUILT_IN, "This role is part of every realm and stays as it is."));
    }

    static ProblemException template() {
        return new ProblemException(Problem.of(
                ROLE_BUILT_IN, "This role is the realm's, a template in every tenant; a tenant cannot change it."));
    }

    static ProblemException cycle(CyclicRolesException cycle) {
        return new ProblemException(Problem.of(ROLE_CYCLE, String.valueOf(cycle.getMessage()))
                .at("/parents")
                .with("edge", List.of(cycle.child(), cycle.parent())));
    }

    static ProblemException permissionInUse(long roles) {
        return new ProblemException(
                Problem.of(PERMISSION_IN_USE, roles + " roles give this permission; take it out of them first.")
                        .with("roles", roles));
    }

    static ProblemException permissionBuiltIn() {
        return new ProblemException(
                Problem.of(PERMISSION_BUILT_IN, "This permission is one of our own API and stays as it is."));
    }

    static ProblemException assignmentExists() {
        return new ProblemException(Problem.of(
                ASSIGNMENT_EXISTS, "This principal has been assigned the role there already; change that assignment."));
    }

    static ProblemException ruleExists(String key) {
        return new ProblemException(Problem.of(RULE_EXISTS, "There is a rule with the key " + key + " already.")
                .at("/key"));
    }

    static ProblemException dutySetExists(String key) {
        return new ProblemException(
                Problem.of(DUTY_SET_EXISTS, "There is a set of duties with the key " + key + " already.")
                        .at("/key"));
    }

    static ProblemException mappingExists() {
        return new ProblemException(Problem.of(MAPPING_EXISTS, "This group gives the role there already."));
    }

    static ProblemException tooMany(String what, long used, long limit) {
        return new ProblemException(
                Problem.of(LIMIT, "No more than " + limit + " " + what + " are allowed, and there are " + used + ".")
                        .with("used", used)
                        .with("limit", limit));
    }

    static ProblemException customRoles(long used, long limit) {
        return new ProblemException(Problem.of(
                        LIMIT,
                        "The license allows " + limit + " roles of the tenant's own, and there are " + used + ".")
                .with("limitKey", "customRoles")
                .with("used", used)
                .with("limit", limit));
    }

    static ProblemException together(DutySet.Breach breach, @Nullable String userId) {
        var roles = List.copyOf(breach.roles());
        var problem = Problem.of(
                        SEPARATION_OF_DUTY,
                        "Nobody may hold more than " + breach.set().max() + " of these roles ("
                                + breach.set().name() + "): " + String.join(", ", roles) + ".")
                .with("set", breach.set().key())
                .with("roles", roles);
        return new ProblemException(userId == null ? problem : problem.with("userId", userId));
    }

    /** @param pointer of the field that names the role or what it gives; empty for none */
    static void refuseUnlessAllowed(Authority.Verdict verdict, String pointer) {
        if (verdict instanceof Authority.RankTooHigh high) {
            throw refused(
                    Problem.of(
                            RANK,
                            "This needs a rank above that of " + high.role()
                                    + " and of every role that inherits it; yours is not."),
                    pointer);
        }
        if (verdict instanceof Authority.GrantsTooMuch much) {
            var missing = much.missing().stream().map(Grant::text).toList();
            throw refused(
                    Problem.of(
                                    GRANTS,
                                    "You can give what you have yourself; you do not have " + String.join(", ", missing)
                                            + ".")
                            .with("missing", missing),
                    pointer);
        }
        if (verdict instanceof Authority.OwnRoles) {
            throw refused(Problem.of(OWN_ROLES, "Nobody but an owner gives roles to themselves."), pointer);
        }
    }

    private static ProblemException refused(Problem problem, String pointer) {
        return new ProblemException(pointer.isEmpty() ? problem : problem.at(pointer));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
    }
}
