package org.keysteward.roles.keycloak;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Role;
import org.keysteward.roles.RoleMapping;

/**
 * All that decisions in a realm or in a tenant are made from, but for who was assigned what: read in one statement, as
 * it was at one moment. There may be thousands of roles, so these are no entities.
 */
final class RoleRows {
    // JSON is cast, since the parts of a union have columns of the same types.
    private static final String OF_SCOPE = " where REALM_ID = :realm and TENANT_ID = :scope";
    private static final String ALL = "select 'role' as KIND, ROLE_KEY as C1, NAME as C2, DESCRIPTION as C3,"
            + " RANK_NUMBER as N, cast(GRANTS as varchar) as C4, cast(PARENTS as varchar) as C5,"
            + " cast(STOCK_ROLES as varchar) as C6 from KS_ROLE" + OF_SCOPE
            + " union all select 'duty', SET_KEY, NAME, '', MAX_HELD, cast(ROLES as varchar), '', '' from KS_DUTY_SET"
            + OF_SCOPE
            + " union all select 'rule', RULE_KEY, NAME, ROLE_KEY, 0, PATH, cast(CONDITION_JSON as varchar), ''"
            + " from KS_ASSIGNMENT_RULE" + OF_SCOPE + " and ENABLED = true"
            + " union all select 'mapping', ID, EXTERNAL_GROUP, ROLE_KEY, 0, PATH, SOURCE, IDENTITY_PROVIDER"
            + " from KS_ROLE_MAPPING" + OF_SCOPE
            + " union all select 'permission', PERMISSION_KEY, '', '', 0, '', '', '' from KS_PERMISSION"
            + " where REALM_ID = :realm and :scope = ''"
            + " union all select 'revision', cast(REVISION as varchar), '', '', 0, '', '', '' from KS_REVISION"
            + " where REALM_ID = :realm and SNAPSHOT = :revision";

    private final String tenantId;
    private final List<Role> roles = new ArrayList<>();
    private final List<DutySet> duties = new ArrayList<>();
    private final List<AssignmentRule> rules = new ArrayList<>();
    private final List<RoleMapping> mappings = new ArrayList<>();
    private final List<String> permissions = new ArrayList<>();
    private long revision;

    private RoleRows(String tenantId) {
        this.tenantId = tenantId;
    }

    /**
     * @param tenantId empty for the realm
     * @param revision the name of the revision to be read with them
     */
    static RoleRows read(KeycloakSession session, RealmModel realm, String tenantId, String revision) {
        var rows = new RoleRows(tenantId);
        Rows.entityManager(session)
                .createNativeQuery(ALL, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("scope", tenantId)
                .setParameter("revision", revision)
                .getResultList()
                .forEach(row -> rows.add((Object[]) row));
        return rows;
    }

    private void add(Object[] row) {
        var key = text(row, 1);
        switch (text(row, 0)) {
            case "role" ->
                roles.add(OwnRoleEntity.role(
                        tenantId,
                        key,
                        text(row, 2),
                        text(row, 3),
                        number(row),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7)));
            case "duty" -> duties.add(DutySetEntity.set(key, text(row, 2), text(row, 5), number(row)));
            case "rule" ->
                rules.add(AssignmentRuleEntity.rule(key, text(row, 2), text(row, 3), text(row, 5), text(row, 6), true));
            case "mapping" ->
                mappings.add(RoleMappingEntity.mapping(
                        key, text(row, 6), text(row, 7), text(row, 2), text(row, 3), text(row, 5)));
            case "permission" -> permissions.add(key);
            case "revision" -> revision = Long.parseLong(key);
            default -> throw new IllegalStateException("No kind of row: " + row[0]);
        }
    }

    private static String text(Object[] row, int column) {
        return row[column] == null ? "" : row[column].toString();
    }

    private static int number(Object[] row) {
        return ((Number) row[4]).intValue();
    }

    List<Role> roles() {
        return roles;
    }

    List<DutySet> duties() {
        return duties;
    }

    /** Those that are switched on. */
    List<AssignmentRule> rules() {
        return rules;
    }

    List<RoleMapping> mappings() {
        return mappings;
    }

    /** What applications have registered; none where these are rows of a tenant. */
    List<String> permissions() {
        return permissions;
    }

    long revision() {
        return revision;
    }
}
