package org.keysteward.kernel;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties a request to its answer, its log lines and its audit records. */
public record RequestId(String value) {
    public static final String HEADER = "X-Request-Id";

    // What a caller sends ends up in logs: nothing there may start a new line or hide.
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    public RequestId {
        if (!ACCEPTED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a request id");
        }
    }

    /** The caller's own id where it is one that may be logged. */
    public static Optional<RequestId> accept(@Nullable String sent) {
        return sent != null && ACCEPTED.matcher(sent).matches() ? Optional.of(new RequestId(sent)) : Optional.empty();
    }
}
