package org.keysteward.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Function<Object, byte[]> TEXT =
            value -> String.valueOf(value).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSmallStays() {
        assertThat(Values.bounded("x".repeat(Values.MOST_BYTES), TEXT)).isEqualTo("x".repeat(Values.MOST_BYTES));
        assertThat(Values.bounded(List.of(1, 2), TEXT)).isEqualTo(List.of(1, 2));
        assertThat(Values.bounded(false, TEXT)).isEqualTo(false);
        assertThat(Values.bounded(null, TEXT)).isNull();
    }

    @Test
    void whatIsLargeIsItsDigest() {
        assertThat(Values.bounded("x".repeat(Values.MOST_BYTES + 1), TEXT))
                .isEqualTo(Map.of("digest", "xtjpkFMAh2BGcplJzJXCOFIhJw04kXb3I0_nrADE5DA", "bytes", 1025));
    }

    @Test
    void bytesCountAndNotLetters() {
        assertThat(Values.bounded("ä".repeat(513), TEXT)).isInstanceOf(Map.class);
        assertThat(Values.bounded("ä".repeat(512), TEXT)).isInstanceOf(String.class);
    }
}
