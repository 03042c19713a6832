package org.keysteward.scim.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation.
 *
 * @param index where it stands in the request, from 0
 * @param path below the server's base: {@code /Users}, {@code /Groups/2819c223}, {@code /Users/bulkId:qwerty}
 * @param bulkId by which others refer to what a POST makes
 * @param version that the resource has to have; null for any
 * @param data null for DELETE
 */
public record BulkOperation(
        int index,
        Method method,
        String path,
        @Nullable String bulkId,
        @Nullable String version,
        @Nullable ObjectNode data) {
    /** Of HTTP. */
    public enum Method {
        POST,
        PUT,
        PATCH,
        DELETE;

        static Optional<Method> of(String name) {
            try {
                return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
