package org.keysteward.roles.client;

/** Nobody is signed in, or the token has expired: 401. */
public final class MissingTokenException extends PermissionException {
    private static final long serialVersionUID = 1L;

    public MissingTokenException() {
        super("There is no access token, or it has expired", null);
    }
}
