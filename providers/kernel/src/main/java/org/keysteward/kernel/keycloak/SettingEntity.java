package org.keysteward.kernel.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A realm setting that differs from its default. */
@Entity
@Table(name = "KS_SETTING")
@IdClass(SettingEntity.Key.class)
public class SettingEntity {
    /** The primary key. */
    public record Key(String realmId, String settingKey) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "SETTING_KEY", length = 100)
    private String settingKey = "";

    @Column(name = "SETTING_VALUE", length = 1000)
    private @Nullable String value;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected SettingEntity() {}

    SettingEntity(String realmId, String key) {
        this.realmId = realmId;
        this.settingKey = key;
    }

    String key() {
        return settingKey;
    }

    @Nullable String value() {
        return value;
    }

    void set(@Nullable String newValue) {
        value = newValue;
    }

    int version() {
        return version;
    }
}
