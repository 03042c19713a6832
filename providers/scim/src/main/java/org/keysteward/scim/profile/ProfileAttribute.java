package org.keysteward.scim.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the user profile, as far as SCIM has to do with it.
 *
 * @param displayName for people; null or a key of a message where there is none
 * @param required of administrators, as which provisioning writes
 * @param readable by administrators
 * @param writable by administrators
 * @param options the values that it may have; empty for any
 */
public record ProfileAttribute(
        String name,
        @Nullable String displayName,
        boolean multiValued,
        boolean required,
        boolean readable,
        boolean writable,
        List<String> options,
        Map<String, String> annotations) {

    public ProfileAttribute {
        options = List.copyOf(options);
        annotations = Map.copyOf(annotations);
    }

    /** A blank annotation is none: the console leaves these behind. */
    Optional<String> annotation(String key) {
        return Optional.ofNullable(annotations.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String description() {
        var isText = displayName != null && !displayName.isBlank() && !displayName.startsWith("${");
        return isText ? String.valueOf(displayName) : "The attribute " + name + " of the user profile";
    }
}
