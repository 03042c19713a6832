package org.keysteward.audit.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens by which a value is found again without being there: HMAC-SHA-256 over realm, kind and value, cut to 128 bits.
 * Equal values have equal tokens; whoever lacks the key learns nothing else.
 */
public final class BlindIndex {
    /** Shorter beginnings would find everybody, and longer ones cost a row each: those are compared once found. */
    public static final int SHORTEST_PREFIX = 2;

    public static final int LONGEST_PREFIX = 10;

    private static final int TOKEN_BYTES = 16;
    private static final int MAX_NAME = 255;

    private final SecretKeySpec key;

    public BlindIndex(SecretKey key) {
        this.key = new SecretKeySpec(key.getEncoded(), "HmacSHA256");
    }

    public String address(String realm, String ip) {
        return token(realm, "ip", ip);
    }

    /** Of a value that one person has. */
    public String value(String realm, String person, byte[] canonical) {
        return token(realm, "value\0" + person, new String(canonical, StandardCharsets.UTF_8));
    }

    /** Of what somebody typed who is not known: people type passwords there. */
    public String username(String realm, String typed) {
        return token(realm, "username", normal(typed));
    }

    public String exactName(String realm, String name) {
        return token(realm, "name", normal(name));
    }

    /** For a search by the beginning of a name, of at least {@value #SHORTEST_PREFIX} characters. */
    public String namePrefix(String realm, String prefix) {
        var normal = normal(prefix);
        return token(realm, "prefix", beginning(normal, LONGEST_PREFIX));
    }

    /** All tokens by which a name is found. */
    public Set<String> name(String realm, String name) {
        var normal = normal(name);
        var tokens = new TreeSet<String>();
        if (normal.isEmpty()) {
            return tokens;
        }
        tokens.add(token(realm, "name", normal));
        var longest = Math.min(LONGEST_PREFIX, normal.codePointCount(0, normal.length()));
        for (var length = SHORTEST_PREFIX; length <= longest; length++) {
            tokens.add(token(realm, "prefix", beginning(normal, length)));
        }
        return tokens;
    }

    /** As names are compared: without case, without the space around them, in one form of Unicode. */
    public static String normal(String name) {
        var text = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return beginning(text, MAX_NAME);
    }

    private static String beginning(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private String token(String realm, String kind, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((realm + "\0" + kind + "\0").getBytes(StandardCharsets.UTF_8));
            var tag = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
