package org.keysteward.audit.integrity;

import org.keysteward.kernel.signing.JwkException;

/** A key file that cannot be used. The message is a sentence for whoever keeps it, and never repeats a key. */
public final class KeyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }

    /** @param index the key's place in the file, from 0 */
    static KeyFileException inKey(int index, JwkException fault) {
        return new KeyFileException(
                "Key " + (index + 1) + " of the file, member " + fault.pointer().substring(1) + ": " + fault.detail());
    }
}
