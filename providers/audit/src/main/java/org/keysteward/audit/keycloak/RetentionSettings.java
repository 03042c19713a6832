package org.keysteward.audit.keycloak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.retention.RetentionPolicy;
import org.keysteward.kernel.AuditEntry.Category;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.keycloak.LicenseLimitsProvider;
import org.keysteward.kernel.keycloak.RealmSettings;

/** How long a realm keeps records, as its administrators have set it. */
final class RetentionSettings {
    private static final String ACCEPTS = "a whole number from 1 to " + RetentionPolicy.MAX_DAYS;
    private static final String LICENSE_LIMIT = "auditRetentionDays";

    private static final RealmSetting DAYS = new RealmSetting(
            "audit.retentionDays",
            "How many days audit records are kept, where neither their category nor the tenant's license says otherwise.",
            "365",
            ACCEPTS);
    private static final RealmSetting MINIMUM = new RealmSetting(
            "audit.minimumDays",
            "How many days audit records of the categories security and compliance are kept at least, whatever licenses"
                    + " and other settings say. The default is seven years.",
            "2557",
            ACCEPTS);
    private static final Map<Category, RealmSetting> BY_CATEGORY = byCategory();

    private RetentionSettings() {}

    static List<RealmSetting> all() {
        var all = new ArrayList<>(List.of(DAYS, MINIMUM));
        all.addAll(BY_CATEGORY.values());
        return all;
    }

    static Optional<String> refusal(RealmSetting setting, @Nullable String value) {
        return value == null || !all().contains(setting) || days(value).isPresent()
                ? Optional.empty()
                : Optional.of("Days are " + ACCEPTS + ".");
    }

    /** That of the session's realm. */
    static RetentionPolicy policy(KeycloakSession session) {
        var settings = RealmSettings.of(session);
        return policy(settings::get, LicenseLimitsProvider.of(session).byTenant(LICENSE_LIMIT));
    }

    /** That of a realm that is no more: its records go when their time is over all the same. */
    static RetentionPolicy defaults() {
        return policy(RealmSetting::defaultValue, Map.of());
    }

    private interface Values {
        @Nullable String get(RealmSetting setting);
    }

    private static RetentionPolicy policy(Values values, Map<String, Long> tenants) {
        var minimum = days(values.get(MINIMUM)).orElseThrow();
        var ordinary = days(values.get(DAYS)).orElseThrow();
        var days = new EnumMap<Category, Integer>(Category.class);
        BY_CATEGORY.forEach((category, setting) -> days.put(
                category,
                days(values.get(setting)).orElse(RetentionPolicy.PROTECTED.contains(category) ? minimum : ordinary)));
        return new RetentionPolicy(days, minimum, tenants);
    }

    private static Map<Category, RealmSetting> byCategory() {
        var settings = new EnumMap<Category, RealmSetting>(Category.class);
        for (var category : Category.values()) {
            var name = category.name().toLowerCase(Locale.ROOT);
            settings.put(
                    category,
                    new RealmSetting(
                            "audit.retentionDays" + category.name().charAt(0) + name.substring(1),
                            "How many days audit records of the category " + name + " are kept. Without a value,"
                                    + (RetentionPolicy.PROTECTED.contains(category)
                                            ? " audit.minimumDays; a smaller one has no effect."
                                            : " audit.retentionDays."),
                            null,
                            ACCEPTS));
        }
        return settings;
    }

    private static Optional<Integer> days(@Nullable String value) {
        if (value == null || !value.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var days = Integer.parseInt(value);
        return days >= 1 && days <= RetentionPolicy.MAX_DAYS ? Optional.of(days) : Optional.empty();
    }
}
