package org.keysteward.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator sets for one realm.
 *
 * @param key the capability, a dot and a name: {@code tenants.defaultPlan}
 * @param help what it does, for people
 * @param defaultValue what holds while nothing is set
 * @param accepts what may be set, for people
 */
public record RealmSetting(
        String key, String help, @Nullable String defaultValue, String accepts) {
    /** Long enough for any key or name, short enough to be kept in memory for every realm. */
    public static final int MAX_LENGTH = 1000;

    private static final Pattern KEY = Pattern.compile("[a-z]+\\.[a-z][A-Za-z0-9]*");

    public RealmSetting {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a setting's key: " + key);
        }
    }
}
