package org.keysteward.audit.integrity;

import java.time.Instant;

/**
 * What is verified of a realm's chain.
 *
 * @param previousHash {@code hash(firstSeq - 1)}
 * @param lastSeq the last record that there has to be
 * @param endSeq where the chain ended at {@code time}: {@code lastSeq}, or later in a part of it
 * @param time what the anchor says of later is no contradiction
 */
public record Scope(String realm, long firstSeq, Hash previousHash, long lastSeq, long endSeq, Instant time) {
    /** @throws IllegalArgumentException where the numbers contradict each other, or the chain begins with another hash */
    public Scope {
        if (firstSeq < 1 || lastSeq < firstSeq - 1 || endSeq < lastSeq) {
            throw new IllegalArgumentException("The first, the last and the end of the records contradict each other.");
        }
        if (firstSeq == 1 && !previousHash.equals(RecordHash.genesis(realm))) {
            throw new IllegalArgumentException("A realm's first record does not come after this hash.");
        }
    }

    /** All of a chain that ends with this record, as a database has it now. */
    public static Scope all(String realm, long lastSeq) {
        return new Scope(realm, 1, RecordHash.genesis(realm), lastSeq, lastSeq, Instant.MAX);
    }
}
