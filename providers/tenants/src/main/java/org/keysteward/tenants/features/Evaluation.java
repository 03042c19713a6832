package org.keysteward.tenants.features;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a feature is for whoever asks, and why.
 *
 * @param value null where nothing is given, and the caller's own default holds
 */
public record Evaluation(@Nullable Object value, Reason reason, Variant variant) {
    /** Why a feature has its value, in OpenFeature's words (specification, types, "Resolution Reason"). */
    public enum Reason {
        /** It is what the license says, whoever asks and whenever. */
        STATIC,
        /** It depends on the time: the feature is given by a schedule. */
        TARGETING_MATCH,
        /** It depends on who asks: the feature is given to a percentage. */
        SPLIT,
        /** The license is not in force, and gives nothing. */
        DISABLED
    }

    /** Which of a feature's values it is; the names are part of the API and never change. */
    public enum Variant {
        /** Given, and {@code true}. */
        ON,
        /** Not given, or {@code false}. */
        OFF,
        /** Given, and no boolean. */
        DEFAULT,
        /** Not given, and what the roll-out says stands in its place. */
        OTHERWISE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Evaluation given(Object value, Reason reason) {
        if (value instanceof Boolean on) {
            return new Evaluation(value, reason, on ? Variant.ON : Variant.OFF);
        }
        return new Evaluation(value, reason, Variant.DEFAULT);
    }

    /** @param otherwise what stands in its place; null for {@code false} where it is a boolean, and for nothing else */
    static Evaluation withheld(Object value, @Nullable Object otherwise, Reason reason) {
        if (otherwise != null) {
            return new Evaluation(otherwise, reason, Variant.OTHERWISE);
        }
        return new Evaluation(value instanceof Boolean ? false : null, reason, Variant.OFF);
    }
}
