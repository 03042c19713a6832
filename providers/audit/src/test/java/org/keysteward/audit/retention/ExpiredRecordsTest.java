package org.keysteward.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.SeqRange;
import org.keysteward.audit.integrity.TombstoneDigest;

class ExpiredRecordsTest {
    private final ExpiredRecords records = new ExpiredRecords();

    @Test
    void neighboursAreOneRange() {
        for (var seq : new long[] {3, 4, 5, 9, 11, 12}) {
            records.add(seq, hash(seq));
        }

        assertThat(records.ranges()).containsExactly(new SeqRange(3, 5), new SeqRange(9, 9), new SeqRange(11, 12));
        assertThat(records.count()).isEqualTo(6);
        assertThat(records.span()).isEqualTo(new SeqRange(3, 12));
    }

    @Test
    void theDigestIsThatOfTheTombstones() {
        var expected = new TombstoneDigest();
        for (var seq : new long[] {1, 7}) {
            records.add(seq, hash(seq));
            expected.add(seq, hash(seq));
        }

        assertThat(records.digest()).isEqualTo(expected.end());
    }

    @Test
    void theyComeInOrder() {
        records.add(2, hash(2));

        assertThatThrownBy(() -> records.add(2, hash(2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Hash hash(long seq) {
        return Hash.over(Long.toString(seq).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
