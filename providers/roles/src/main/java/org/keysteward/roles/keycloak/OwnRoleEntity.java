package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Type;
import org.keysteward.kernel.keycloak.JsonColumn;
import org.keysteward.roles.Grant;
import org.keysteward.roles.Role;

/** A role that somebody has made, for the realm or in a tenant. */
@Entity
@Table(name = "KS_ROLE")
public class OwnRoleEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "ROLE_KEY", length = 63, updatable = false)
    private String roleKey = "";

    @Column(name = "NAME")
    private String name = "";

    @Column(name = "DESCRIPTION", length = 1000)
    private String description = "";

    @Column(name = "RANK_NUMBER")
    private int rank;

    @Type(JsonColumn.class)
    @Column(name = "GRANTS")
    private String grants = "[]";

    @Type(JsonColumn.class)
    @Column(name = "PARENTS")
    private String parents = "[]";

    @Type(JsonColumn.class)
    @Column(name = "STOCK_ROLES")
    private String stockRoles = "[]";

    @Version
    @Column(name = "VERSION")
    private int version;

    protected OwnRoleEntity() {}

    OwnRoleEntity(String id, String realmId, String tenantId, String roleKey) {
        this.id = id;
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.roleKey = roleKey;
    }

    void change(Role role) {
        name = role.name();
        description = role.description();
        rank = role.rank();
        grants = Json.write(role.grants().stream().map(Grant::text).toList());
        parents = Json.write(role.parents());
        stockRoles = Json.write(role.stockRoles());
    }

    Role role() {
        return role(tenantId, roleKey, name, description, rank, grants, parents, stockRoles);
    }

    /** From what its columns hold. */
    static Role role(
            String tenantId,
            String key,
            String name,
            String description,
            int rank,
            String grants,
            String parents,
            String stockRoles) {
        return new Role(
                key,
                name,
                description,
                rank,
                Json.texts(grants).stream().map(Grant::new).collect(Collectors.toCollection(TreeSet::new)),
                Json.texts(parents),
                tenantId.equals(RoleEntities.WHOLE_REALM) ? Role.Origin.REALM : Role.Origin.TENANT,
                Set.copyOf(Json.stockRoles(stockRoles)));
    }

    int version() {
        return version;
    }
}
