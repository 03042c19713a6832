package org.keysteward.roles.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A permission that an application has registered. */
@Entity
@Table(name = "KS_PERMISSION")
@IdClass(RegisteredPermissionEntity.Key.class)
public class RegisteredPermissionEntity {
    /** The primary key. */
    public record Key(String realmId, String permissionKey) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "PERMISSION_KEY", length = 200)
    private String permissionKey = "";

    @Column(name = "DESCRIPTION", length = 1000)
    private String description = "";

    @Column(name = "GROUP_NAME", length = 100)
    private String group = "";

    protected RegisteredPermissionEntity() {}

    RegisteredPermissionEntity(Key key) {
        this.realmId = key.realmId();
        this.permissionKey = key.permissionKey();
    }

    /** Whether this makes a difference. */
    boolean describe(String newDescription, String newGroup) {
        if (description.equals(newDescription) && group.equals(newGroup)) {
            return false;
        }
        description = newDescription;
        group = newGroup;
        return true;
    }

    String permissionKey() {
        return permissionKey;
    }

    String description() {
        return description;
    }

    String group() {
        return group;
    }
}
