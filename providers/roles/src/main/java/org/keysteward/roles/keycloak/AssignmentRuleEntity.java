package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.Condition;

/** A rule that gives a role in a tenant. */
@Entity
@Table(name = "KS_ASSIGNMENT_RULE")
public class AssignmentRuleEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "RULE_KEY", length = 63, updatable = false)
    private String ruleKey = "";

    @Column(name = "NAME")
    private String name = "";

    @Column(name = "ROLE_KEY", length = 63)
    private String roleKey = "";

    @Column(name = "PATH", length = 650)
    private String path = "";

    @Type(JsonColumn.class)
    @Column(name = "CONDITION_JSON")
    private String condition = "{}";

    @Column(name = "ENABLED")
    private boolean enabled;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected AssignmentRuleEntity() {}

    AssignmentRuleEntity(String id, String realmId, String tenantId, String ruleKey) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.ruleKey = ruleKey;
    }

    void change(AssignmentRule rule) {
        name = rule.name();
        roleKey = rule.role();
        path = rule.path().text();
        condition = Json.write(rule.when().toJson());
        enabled = rule.enabled();
    }

    AssignmentRule rule() {
        return rule(ruleKey, name, roleKey, path, condition, enabled);
    }

    /** From what its columns hold. */
    static AssignmentRule rule(String key, String name, String role, String path, String condition, boolean enabled) {
        var when = Condition.parse(Json.object(condition), "", new FieldErrors());
        if (when == null) {
            throw new IllegalStateException("The rule " + key + " has a condition that cannot be read");
        }
        return new AssignmentRule(key, name, role, AssignmentPath.of(path), when, enabled);
    }

    int version() {
        return version;
    }
}
