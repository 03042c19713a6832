package org.keysteward.tenants.keycloak;

import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.ProtocolError;

/**
 * Why a flag, or all of them, could not be evaluated: {@code evaluationFailure}, {@code flagNotFound} and {@code
 * bulkEvaluationFailure} of the protocol.
 *
 * @param key the flag; absent where it is about all of them
 * @param errorDetails what the caller can do about it
 */
public record OfrepFailure(@Nullable String key, Code errorCode, String errorDetails) implements ProtocolError {
    /** OpenFeature's error codes, as far as they can come about here. */
    public enum Code {
        PARSE_ERROR,
        FLAG_NOT_FOUND,
        TARGETING_KEY_MISSING,
        INVALID_CONTEXT
    }
}
