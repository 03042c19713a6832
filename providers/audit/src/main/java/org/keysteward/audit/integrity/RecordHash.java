package org.keysteward.audit.integrity;

import java.nio.charset.StandardCharsets;

/** The links of a realm's chain: each record's hash holds that of the one in front of it. */
public final class RecordHash {
    private RecordHash() {}

    /** {@code hash(0)}, in front of a realm's first record. */
    public static Hash genesis(String realm) {
        return Hash.over(Domain.GENESIS.prefix(), realm.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@code hash(seq)}.
     *
     * @param previous {@code hash(seq - 1)}
     * @param record the record in canonical form
     */
    public static Hash after(Hash previous, byte[] record) {
        return Hash.over(Domain.RECORD.prefix(), previous.bytes(), record);
    }
}
