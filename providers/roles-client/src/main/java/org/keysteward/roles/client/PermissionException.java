package org.keysteward.roles.client;

import org.jspecify.annotations.Nullable;

/** Why something is not done. None of these is a reason to go on. */
public abstract sealed class PermissionException extends RuntimeException
        permits MissingTokenException, PermissionDeniedException, UndecidedException {
    private static final long serialVersionUID = 1L;

    PermissionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
