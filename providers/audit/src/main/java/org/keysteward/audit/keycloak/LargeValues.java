package org.keysteward.audit.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.audit.changes.Values;
import org.keysteward.audit.integrity.CanonicalJson;

/** Values as they may stand in a record. */
final class LargeValues {
    private LargeValues() {}

    static @Nullable Object bounded(@Nullable Object value) {
        return Values.bounded(value, CanonicalJson::bytes);
    }
}
