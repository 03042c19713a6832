package org.keysteward.kernel.keycloak;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.RealmSetting;

/** What administrators have set in a realm. */
public final class RealmSettings {
    private final Map<String, @Nullable String> values;

    private RealmSettings(Map<String, @Nullable String> values) {
        this.values = values;
    }

    public static RealmSettings of(KeycloakSession session) {
        return KernelFactory.of(session)
                .settingsOf(session, session.getContext().getRealm());
    }

    public @Nullable String get(RealmSetting setting) {
        return values.containsKey(setting.key()) ? values.get(setting.key()) : setting.defaultValue();
    }

    static RealmSettings read(KeycloakSession session, RealmModel realm) {
        Map<String, @Nullable String> values = new HashMap<>();
        Rows.entityManager(session)
                .createQuery("select s from SettingEntity s where s.realmId = :realm", SettingEntity.class)
                .setParameter("realm", realm.getId())
                .getResultList()
                .forEach(row -> values.put(row.key(), row.value()));
        return new RealmSettings(Collections.unmodifiableMap(values));
    }
}
