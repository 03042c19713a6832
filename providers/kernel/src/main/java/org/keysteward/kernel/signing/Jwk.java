package org.keysteward.kernel.signing;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.MalformedException;

/** A JSON Web Key as it is written (RFC 7517). Members that nobody asks for are ignored, as section 4 wants. */
public record Jwk(Map<String, ? extends @Nullable Object> members) {
    private static final Pattern KID = Pattern.compile("[\\x21-\\x7E]{1,200}");

    public static boolean isKid(String text) {
        return KID.matcher(text).matches();
    }

    /** @throws JwkException where there is none, or none that can be used */
    public String kid() {
        var kid = text("kid");
        if (!isKid(kid)) {
            throw fault("kid", "A kid has 1 to 200 printable ASCII characters and no blanks.");
        }
        return kid;
    }

    /**
     * @param operation what {@code key_ops} must contain where it is there (RFC 7517, section 4.3)
     * @throws JwkException where the key says that it is for something else
     */
    public void requireForSignatures(String operation) {
        if (has("use") && !"sig".equals(members.get("use"))) {
            throw fault("use", "This key is not for signatures; use is 'sig' or absent.");
        }
        if (has("key_ops")
                && !(members.get("key_ops") instanceof Collection<?> operations && operations.contains(operation))) {
            throw fault("key_ops", "key_ops contains '" + operation + "' or is absent.");
        }
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** @throws JwkException where the member is not there, or not a text */
    public String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw fault(name, "The member " + name + " is needed, as a text.");
    }

    /**
     * @param length how many bytes it must have: with leading zeros (RFC 7518, section 6.2.1.2)
     * @throws JwkException where the member is not there, or not these bytes as base64url
     */
    public byte[] bytes(String name, int length) {
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

    public static JwkException fault(String member, String message) {
        return new JwkException("/" + member, message);
    }

    /** The names of its members alone: one of them may be secret. */
    @Override
    public String toString() {
        return "Jwk" + members.keySet();
    }
}
