package org.keysteward.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the database, the first thing that is wrong is named. */
class TamperingTest {
    private static final int RECORDS = 57;
    private static final int EVERY = 10;

    record TamperingCase(
            String description,
            boolean anchor,
            List<String> tampering,
            Finding.Type type,
            long seq,
            Long lastSeq,
            Long checkpoint)
            implements Tables.Case {}

    static Stream<Named<TamperingCase>> cases() {
        return Tables.read("tampering.yaml", TamperingCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFound(TamperingCase one) {
        for (var seed = 1; seed <= 3; seed++) {
            var trail = Trail.of(seed, RECORDS, EVERY)
                    .retain(new SeqRange(13, 14), new SeqRange(22, 22))
                    .retain(new SeqRange(15, 15));
            one.tampering().forEach(trail::tamper);

            var report = trail.verify(one.anchor() ? trail.anchor::iterator : Anchor.NONE);

            if (one.type() == null) {
                assertThat(report.finding()).isEmpty();
                continue;
            }
            var finding = report.finding().orElseThrow();
            assertThat(finding.type()).as(finding.line()).isEqualTo(one.type());
            assertThat(finding.seq()).as(finding.line()).isEqualTo(one.seq());
            if (one.lastSeq() != null) {
                assertThat(finding.lastSeq()).as(finding.line()).isEqualTo(one.lastSeq());
            }
            if (one.checkpoint() != null) {
                assertThat(finding.checkpoint()).as(finding.line()).isEqualTo(one.checkpoint());
            }
        }
    }
}
