package org.keysteward.roles.keycloak;

import java.util.List;
import org.keysteward.kernel.keycloak.OwnEntities;

/** The tables of roles. */
public final class RoleEntities extends OwnEntities {
    /** Each is deleted with its realm. */
    static final List<String> PER_REALM = List.of(
            "RegisteredPermissionEntity",
            "OwnRoleEntity",
            "AssignmentEntity",
            "AssignmentRuleEntity",
            "DutySetEntity",
            "RoleMappingEntity");

    /** Each is deleted with its tenant. */
    static final List<String> PER_TENANT =
            List.of("OwnRoleEntity", "AssignmentEntity", "AssignmentRuleEntity", "DutySetEntity", "RoleMappingEntity");

    /** What stands for the tenant where something is the realm's. */
    static final String WHOLE_REALM = "";

    public RoleEntities() {
        super(
                "ks-roles",
                "META-INF/keysteward-roles.xml",
                List.of(
                        RegisteredPermissionEntity.class,
                        OwnRoleEntity.class,
                        AssignmentEntity.class,
                        AssignmentRuleEntity.class,
                        DutySetEntity.class,
                        RoleMappingEntity.class));
    }
}
