package org.keysteward.audit.integrity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a {@link RetentionCheckpoint} says of its tombstones, which are added in ascending order. */
public final class TombstoneDigest {
    private final MessageDigest digest;

    public TombstoneDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    public void add(long seq, Hash hash) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).flip());
        digest.update(hash.bytes());
    }

    /** Over all that were added; afterwards it begins anew. */
    public Hash end() {
        return Hash.of(digest.digest());
    }
}
