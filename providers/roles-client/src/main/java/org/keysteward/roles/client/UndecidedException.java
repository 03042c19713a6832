package org.keysteward.roles.client;

import org.jspecify.annotations.Nullable;

/** It could not be decided, so the answer is no for now: 503. */
public final class UndecidedException extends PermissionException {
    private static final long serialVersionUID = 1L;

    public UndecidedException(String message) {
        super(message, null);
    }

    public UndecidedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
