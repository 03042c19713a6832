package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.RoleMapping;

/** A group of somebody else's directory that gives a role in a tenant. */
@Entity
@Table(name = "KS_ROLE_MAPPING")
public class RoleMappingEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, updatable = false)
    private String realmId = "";

    @Column(name = "TENANT_ID", updatable = false)
    private String tenantId = "";

    @Column(name = "SOURCE", length = 10, updatable = false)
    private String source = "";

    /** An empty text for any. */
    @Column(name = "IDENTITY_PROVIDER", updatable = false)
    private String identityProvider = "";

    @Column(name = "EXTERNAL_GROUP", updatable = false)
    private String group = "";

    @Column(name = "ROLE_KEY", length = 63, updatable = false)
    private String roleKey = "";

    @Column(name = "PATH", length = 650, updatable = false)
    private String path = "";

    protected RoleMappingEntity() {}

    RoleMappingEntity(String realmId, String tenantId, RoleMapping mapping) {
        this.id = mapping.id();
        this.realmId = realmId;
        this.tenantId = tenantId;
        this.source = mapping.source().key();
        this.identityProvider = mapping.identityProvider() == null ? "" : mapping.identityProvider();
        this.group = mapping.group();
        this.roleKey = mapping.role();
        this.path = mapping.path().text();
    }

    RoleMapping mapping() {
        return mapping(id, source, identityProvider, group, roleKey, path);
    }

    /** From what its columns hold. */
    static RoleMapping mapping(
            String id, String source, String identityProvider, String group, String role, String path) {
        return new RoleMapping(
                id,
                source.equals(RoleMapping.Source.SCIM.key()) ? RoleMapping.Source.SCIM : RoleMapping.Source.IDP,
                identityProvider.isEmpty() ? null : identityProvider,
                group,
                role,
                AssignmentPath.of(path));
    }
}
