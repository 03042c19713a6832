package org.keysteward.tenants.signing;

import org.keysteward.kernel.signing.JwkException;

/** A key that cannot be used: not a JWK (RFC 7517), of another kind than is accepted, or not for everybody's eyes. */
public final class LicenseKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer the member at fault, as a JSON pointer (RFC 6901) into what was read; empty for all of it
     * @param message what is wrong with it; never any of its content
     */
    LicenseKeyException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    LicenseKeyException(JwkException fault) {
        this(fault.pointer(), fault.detail());
    }

    public String pointer() {
        return pointer;
    }

    LicenseKeyException below(String parent) {
        return new LicenseKeyException(parent + pointer, String.valueOf(getMessage()));
    }
}
