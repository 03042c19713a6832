package org.keysteward.kernel.signing;

/** A JWK (RFC 7517) that cannot be used. */
public final class JwkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer the member at fault, as a JSON pointer (RFC 6901) into the key; empty for all of it
     * @param message what is wrong with it; never any of its content
     */
    JwkException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    /** What is wrong with it, as a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
