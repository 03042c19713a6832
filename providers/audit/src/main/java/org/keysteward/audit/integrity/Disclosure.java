package org.keysteward.audit.integrity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.MalformedException;

/** What a commitment in a record stands for, and the salt without which it could be guessed. */
public final class Disclosure {
    public static final int SALT_BYTES = 16;

    private final Hash commitment;
    private final byte[] salt;
    private final @Nullable Object value;

    private Disclosure(Hash commitment, byte[] salt, @Nullable Object value) {
        this.commitment = commitment;
        this.salt = salt;
        this.value = value;
    }

    /** @throws IllegalArgumentException for a salt that is not of {@value #SALT_BYTES} bytes */
    public static Disclosure of(byte[] salt, @Nullable Object value) {
        return new Disclosure(commitment(salt, value), salt.clone(), value);
    }

    /**
     * What the record holds in the value's place.
     *
     * @throws IllegalArgumentException for a salt that is not of {@value #SALT_BYTES} bytes
     */
    public static Hash commitment(byte[] salt, @Nullable Object value) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has " + SALT_BYTES + " bytes");
        }
        return Hash.over(Domain.COMMITMENT.prefix(), salt, CanonicalJson.bytes(value));
    }

    /** @throws MalformedException where a member is missing; whether it holds is another matter */
    static Disclosure ofTree(Map<String, ? extends @Nullable Object> tree) throws MalformedException {
        var members = new Members("disclosure", tree);
        if (!members.has("value")) {
            throw new MalformedException("The value of a disclosure is needed.");
        }
        return new Disclosure(members.hash("commitment"), members.bytes("salt"), tree.get("value"));
    }

    public Map<String, @Nullable Object> toTree() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("commitment", commitment.toString());
        tree.put("salt", Base64Url.encode(salt));
        tree.put("value", value);
        return tree;
    }

    public Hash commitment() {
        return commitment;
    }

    public byte[] salt() {
        return salt.clone();
    }

    public @Nullable Object value() {
        return value;
    }

    /** Whether the value is what was committed to. */
    boolean holds() {
        try {
            return commitment(salt, value).equals(commitment);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
