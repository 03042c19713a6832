package org.keysteward.audit.keycloak;

/** The server's audit keys cannot be used; the message says what an operator can do about it. */
final class AuditKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditKeyException(String message) {
        super(message);
    }
}
