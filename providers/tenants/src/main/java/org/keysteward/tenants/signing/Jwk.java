package org.keysteward.tenants.signing;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON Web Key as it is written (RFC 7517). Members that it does not ask for are ignored, as section 4 wants. */
record Jwk(Map<String, ? extends @Nullable Object> members) {
    private static final Pattern KID = Pattern.compile("[\\x21-\\x7E]{1,200}");

    static boolean isKid(String text) {
        return KID.matcher(text).matches();
    }

    String kid() {
        var kid = text("kid");
        if (!isKid(kid)) {
            throw fault("kid", "A kid has 1 to 200 printable ASCII characters and no blanks.");
        }
        return kid;
    }

    SignatureAlgorithm algorithm() {
        var type = text("kty");
        var curve = type.equals("OKP") || type.equals("EC") ? text("crv") : "";
        for (var algorithm : SignatureAlgorithm.values()) {
            if (type.equals(algorithm.curve().keyType())
                    && curve.equals(algorithm.curve().name())) {
                return requireNotContradicted(algorithm);
            }
        }
        throw curve.isEmpty()
                ? fault("kty", "Only OKP keys with Ed25519 and EC keys with P-256 are accepted.")
                : fault("crv", "Only the curves Ed25519 (OKP) and P-256 (EC) are accepted.");
    }

    /** @param operation what {@code key_ops} must contain where it is there (RFC 7517, section 4.3) */
    void requireForSignatures(String operation) {
        if (has("use") && !"sig".equals(members.get("use"))) {
            throw fault("use", "This key is not for signatures; use is 'sig' or absent.");
        }
        if (has("key_ops")
                && !(members.get("key_ops") instanceof Collection<?> operations && operations.contains(operation))) {
            throw fault("key_ops", "key_ops contains '" + operation + "' or is absent.");
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** @param length how many bytes it must have: with leading zeros (RFC 7518, section 6.2.1.2) */
    byte[] bytes(String name, int length) {
        try {
            var bytes = Base64Url.decode(text(name));
            if (bytes.length == length) {
                return bytes;
            }
        } catch (MalformedException e) {
            throw fault(name, "Not canonical base64url.");
        }
        throw fault(name, "These must be " + length + " bytes.");
    }

    private SignatureAlgorithm requireNotContradicted(SignatureAlgorithm algorithm) {
        if (has("alg") && !algorithm.jwsName().equals(members.get("alg"))) {
            throw fault("alg", "A key on this curve has the algorithm " + algorithm.jwsName() + ".");
        }
        return algorithm;
    }

    private String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw fault(name, "The member " + name + " is needed, as a text.");
    }

    static LicenseKeyException fault(String member, String message) {
        return new LicenseKeyException("/" + member, message);
    }
}
