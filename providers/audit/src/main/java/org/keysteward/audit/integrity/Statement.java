package org.keysteward.audit.integrity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is signed about a realm's chain. Statements of a kind have their own numbers and are chained themselves. */
public sealed interface Statement permits Checkpoint, RetentionCheckpoint {
    String realm();

    /** 1, 2, 3 … among its kind. */
    long number();

    /** The hash of the one in front of it; null in the first. */
    @Nullable Hash previous();

    Instant time();

    /** The key that signs it. */
    String kid();

    /** From the first record that it is about to the last. */
    SeqRange span();

    /** As it is written. */
    Map<String, Object> toTree();

    /** What its signature is over: another for each kind, and for nothing else. */
    byte[] message();

    default byte[] canonical() {
        return CanonicalJson.bytes(toTree());
    }

    /** What the next one calls {@code previous}. */
    default Hash hash() {
        return Hash.over(canonical());
    }
}
