package org.keysteward.tenants.signing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/**
 * A JWS in its compact form (RFC 7515, section 7.1), taken apart and not yet verified. Of the header, {@code alg} and
 * {@code kid} are read and nothing else: a key that a license brings along ({@code jwk}, {@code jku}, {@code x5c},
 * {@code x5u}) proves nothing.
 */
final class CompactJws {
    /** Longer than any license, in characters. */
    static final int MAX_LENGTH = 32 * 1024;

    private static final int PARTS = 3;

    private final String algorithm;
    private final @Nullable String kid;
    private final byte[] signed;
    private final byte[] payload;
    private final byte[] signature;

    private CompactJws(String algorithm, @Nullable String kid, byte[] signed, byte[] payload, byte[] signature) {
        this.algorithm = algorithm;
        this.kid = kid;
        this.signed = signed;
        this.payload = payload;
        this.signature = signature;
    }

    static CompactJws parse(String compact) throws MalformedException {
        if (compact.length() > MAX_LENGTH) {
            throw new MalformedException("A signed license has at most " + MAX_LENGTH + " characters.");
        }
        var parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new MalformedException("A signed license is a compact JWS: three parts, joined by dots.");
        }
        var header = header(parts[0]);
        if (!(header.get("alg") instanceof String algorithm)) {
            throw new MalformedException("The header names no algorithm.");
        }
        var kid = header.get("kid");
        if (kid != null && !(kid instanceof String)) {
            throw new MalformedException("The header's kid is not a text.");
        }
        return new CompactJws(
                algorithm,
                (String) kid,
                compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII),
                bytes("payload", parts[1]),
                bytes("signature", parts[2]));
    }

    /** JWS {@code alg}, whatever it says. */
    String algorithm() {
        return algorithm;
    }

    @Nullable String kid() {
        return kid;
    }

    boolean isSignedBy(LicenseKey key) {
        return key.verifies(signed, signature);
    }

    /** The payload. To be called when the signature holds, or by whoever says that nothing was verified. */
    Map<String, @Nullable Object> claims() throws MalformedException {
        return object("payload", payload);
    }

    private static Map<String, @Nullable Object> header(String part) throws MalformedException {
        var header = object("header", bytes("header", part));
        // Nothing is understood that could be critical (RFC 7515, section 4.1.11), and a payload that is not encoded
        // (RFC 7797) least of all.
        if (header.containsKey("crit") || header.containsKey("b64")) {
            throw new MalformedException("The header asks for an extension (crit, b64); none is understood.");
        }
        return header;
    }

    private static Map<String, @Nullable Object> object(String part, byte[] bytes) throws MalformedException {
        try {
            return Json.object(bytes);
        } catch (MalformedException e) {
            throw new MalformedException("The " + part + " cannot be read. " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String part, String text) throws MalformedException {
        try {
            return Base64Url.decode(text);
        } catch (MalformedException e) {
            throw new MalformedException("The " + part + " cannot be read. " + e.getMessage(), e);
        }
    }
}
