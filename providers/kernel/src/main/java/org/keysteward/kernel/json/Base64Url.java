package org.keysteward.kernel.json;

import java.util.Base64;

/** Base64url as JOSE has it (RFC 7515, section 2): without padding, and one text for each sequence of bytes. */
public final class Base64Url {
    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws MalformedException for padding, blanks, line breaks, other alphabets and bits left over at the end */
    public static byte[] decode(String text) throws MalformedException {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("Not base64url.", e);
        }
        // The JDK reads several texts as the same bytes (RFC 4648, section 3.5); only one of them was written.
        if (!encode(bytes).equals(text)) {
            throw new MalformedException("Not canonical base64url.");
        }
        return bytes;
    }
}
