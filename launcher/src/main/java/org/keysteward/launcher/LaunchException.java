package org.keysteward.launcher;

/**
 * Keycloak could not be prepared or started. The message is one that a person can act on; it names the log to read.
 */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LaunchException(String message) {
        // Whoever runs `mvn -Prun` reads the message; a stack trace of the launcher would only hide it.
        super(message, null, false, false);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
