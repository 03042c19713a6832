package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final byte[] KEY = "a secret of the realm".getBytes(StandardCharsets.UTF_8);

    private final Cursors cursors = new Cursors(KEY, "tenants");

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "mit Ümlaut\0und Null", "日本"})
    void givesBackThePositionThatItWasMadeFrom(String position) {
        assertThat(cursors.decode(cursors.encode(position))).contains(position);
    }

    @Test
    void refusesAnyChangedByte() {
        var cursor = Base64.getUrlDecoder().decode(cursors.encode("acme"));

        for (var i = 0; i < cursor.length; i++) {
            var changed = cursor.clone();
            changed[i] ^= 1;

            assertThat(cursors.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThat(new Cursors(KEY, "members").decode(cursors.encode("acme"))).isEmpty();
    }

    @Test
    void refusesACursorUnderAnotherKey() {
        var other = new Cursors("another secret".getBytes(StandardCharsets.UTF_8), "tenants");

        assertThat(other.decode(cursors.encode("acme"))).isEmpty();
    }

    @Test
    void anyTextEitherDecodesOrIsRefused() {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            var length = random.nextInt(80);
            for (var j = 0; j < length; j++) {
                text.append((char) (32 + random.nextInt(96)));
            }

            assertThat(cursors.decode(text.toString())).isEmpty();
        }
    }

    @Test
    void refusesWhatIsTooLongToBeOurs() {
        assertThat(cursors.decode("A".repeat(1_000_000))).isEmpty();
    }
}
