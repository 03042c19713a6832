package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0190b0c0-7000-7abc-8def-0123456789ab", "edge:42/7"})
    void acceptsWhatMayBeLogged(String sent) {
        assertThat(RequestId.accept(sent).isPresent()).isEqualTo(!sent.contains("/"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nINFO forged line", "\u001b[31m", "é"})
    void passesOverWhatMayNot(String sent) {
        assertThat(RequestId.accept(sent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 129})
    void isBounded(int length) {
        assertThat(RequestId.accept("x".repeat(length)).isPresent()).isEqualTo(length == 128);
    }
}
