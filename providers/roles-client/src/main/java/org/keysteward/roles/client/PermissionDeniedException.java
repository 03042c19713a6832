package org.keysteward.roles.client;

/** It was decided, and the answer is no: 403. */
public final class PermissionDeniedException extends PermissionException {
    private static final long serialVersionUID = 1L;

    private final String permission;

    public PermissionDeniedException(String permission) {
        super("This needs the permission " + permission, null);
        this.permission = permission;
    }

    /** The key of the permission that is missing. */
    public String permission() {
        return permission;
    }
}
