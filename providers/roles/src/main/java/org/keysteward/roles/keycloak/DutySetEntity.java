package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.TreeSet;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.roles.DutySet;

/** Roles that nobody may hold together, in the whole realm or in a tenant. */
@Entity
@Table(name = "KS_DUTY_SET")
public class DutySetEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "SET_KEY", length = 63, updatable = false)
    private String setKey = "";

    @Column(name = "NAME")
    private String name = "";

    @Type(JsonColumn.class)
    @Column(name = "ROLES")
    private String roles = "[]";

    @Column(name = "MAX_HELD")
    private int max;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected DutySetEntity() {}

    DutySetEntity(String id, String realmId, String tenantId, String setKey) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.setKey = setKey;
    }

    void change(DutySet set) {
        name = set.name();
        roles = Json.write(set.roles());
        max = set.max();
    }

    DutySet set() {
        return set(setKey, name, roles, max);
    }

    /** From what its columns hold. */
    static DutySet set(String key, String name, String roles, int max) {
        return new DutySet(key, name, new TreeSet<>(Json.texts(roles)), max);
    }

    String tenantId() {
        return tenantId;
    }

    int version() {
        return version;
    }
}
