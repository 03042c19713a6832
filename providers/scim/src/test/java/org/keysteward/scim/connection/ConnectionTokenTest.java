package org.keysteward.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTokenTest {
    @Test
    void isAnotherOneEachTimeAndKnownAgain() {
        var hashes = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            var token = ConnectionToken.generate();
            assertThat(ConnectionToken.of(token.text())).contains(token);
            hashes.add(token.hash());
        }

        assertThat(hashes).hasSize(1000).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void isNeverInWhatIsLogged() {
        var token = ConnectionToken.generate();

        assertThat(token.toString())
                .doesNotContain(token.text().substring(4, 40))
                .endsWith(token.hint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kss_",
                "kss_short",
                "eyJhbGciOiJIUzI1NiJ9",
                "KSS_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void isNoneWhereTheTextCannotBeOne(String text) {
        assertThat(ConnectionToken.of(text)).isEmpty();
    }
}
