package org.keysteward.audit.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keysteward.audit.integrity.CheckpointSigner;
import org.keysteward.audit.integrity.KeyFile;
import org.keysteward.audit.people.BlindIndex;
import org.keysteward.audit.people.SecretBox;

/**
 * The server's own keys: those that encrypt, by name, and the one that signs. The database has none of them, but for
 * the key of searches, which it keeps wrapped: were that one replaced, nobody would be found any more.
 */
final class ServerKeys {
    private static final int SEARCH_KEY_BYTES = 32;

    /** What a key is used for; a box of one purpose does not open that of another. */
    private record Boxes(SecretBox inbox, SecretBox persons, SecretBox check) {
        static Boxes of(SecretKey key) {
            return new Boxes(
                    new SecretBox(key, "keysteward-audit-inbox"),
                    new SecretBox(key, "keysteward-audit-person"),
                    new SecretBox(key, "keysteward-audit-check"));
        }
    }

    private final Map<String, Boxes> boxes;
    private final String activeKid;
    private final CheckpointSigner signer;
    private final byte[] searchKey;

    private ServerKeys(Map<String, Boxes> boxes, String activeKid, CheckpointSigner signer, byte[] searchKey) {
        this.boxes = Map.copyOf(boxes);
        this.activeKid = activeKid;
        this.signer = signer;
        this.searchKey = searchKey.clone();
    }

    /** @param signer who signs, where it is not the key file */
    static ServerKeys of(KeyFile file, CheckpointSigner signer) {
        return new ServerKeys(boxes(file), file.encryptionKeys().get(0).kid(), signer, new byte[0]);
    }

    ServerKeys withSearchKey(byte[] key) {
        return new ServerKeys(boxes, activeKid, signer, key);
    }

    static byte[] newSearchKey() {
        var key = new byte[SEARCH_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    String activeKid() {
        return activeKid;
    }

    boolean has(String kid) {
        return boxes.containsKey(kid);
    }

    CheckpointSigner signer() {
        return signer;
    }

    BlindIndex index() {
        return new BlindIndex(new SecretKeySpec(searchKey, "HmacSHA256"));
    }

    byte[] sealInbox(byte[] plaintext, String context) {
        return active().inbox().seal(plaintext, context);
    }

    Optional<byte[]> openInbox(String kid, byte[] sealed, String context) {
        return named(kid).flatMap(box -> box.inbox().open(sealed, context));
    }

    byte[] wrap(byte[] key, String context) {
        return active().persons().seal(key, context);
    }

    Optional<byte[]> unwrap(String kid, byte[] wrapped, String context) {
        return named(kid).flatMap(box -> box.persons().open(wrapped, context));
    }

    byte[] sealCheck(String kid, byte[] plaintext) {
        return named(kid).orElseThrow().check().seal(plaintext, kid);
    }

    Optional<byte[]> openCheck(String kid, byte[] sealed) {
        return named(kid).flatMap(box -> box.check().open(sealed, kid));
    }

    /** What shows that nobody without the server's keys has written where a chain ends. */
    byte[] endMac(String realm, long seq, byte[] hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(searchKey, "HmacSHA256"));
            mac.update(("keysteward-audit-end\0" + realm + "\0" + seq + "\0").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    private static Map<String, Boxes> boxes(KeyFile file) {
        var boxes = new HashMap<String, Boxes>();
        file.encryptionKeys().forEach(key -> boxes.put(key.kid(), Boxes.of(key.key())));
        return boxes;
    }

    private Boxes active() {
        return named(activeKid).orElseThrow();
    }

    private Optional<Boxes> named(String kid) {
        return Optional.ofNullable(boxes.get(kid));
    }
}
