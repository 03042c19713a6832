package org.keysteward.scim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as it is; the server's edge turns it into an error body (RFC 7644, section 3.12). */
public final class ScimException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable ScimType type;

    /**
     * @param status of HTTP
     * @param type null where the RFC has no word for it
     * @param detail a sentence that its reader can act on
     */
    public ScimException(int status, @Nullable ScimType type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** 400 with the type. */
    public static ScimException of(ScimType type, String detail) {
        return new ScimException(400, type, detail);
    }

    public int status() {
        return status;
    }

    public Optional<ScimType> type() {
        return Optional.ofNullable(type);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
