package org.keysteward.tenants.signing;

/** Text that is not what it should be; the message says so without repeating the text. Never leaves this package. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
