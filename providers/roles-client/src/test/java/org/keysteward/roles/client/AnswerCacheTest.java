package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final AnswerCache cache = new AnswerCache(Duration.ofSeconds(5), 3);

    private static AnswerCache.Key key(String permission) {
        return new AnswerCache.Key("digest", new Question("acme", permission, ""));
    }

    private void keep(String permission, boolean allowed, Instant asked) {
        cache.keep(key(permission), allowed, asked, Optional.empty());
    }

    @Test
    void keepsNoMoreThanItMay() {
        for (var number = 0; number < 10; number++) {
            keep("a.b" + number, true, NOW);
        }

        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.answer(key("a.b9"), NOW)).contains(true);
        assertThat(cache.answer(key("a.b6"), NOW)).isEmpty();
    }

    @Test
    void outlivesNoToken() {
        cache.keep(key("a.b"), true, NOW, Optional.of(NOW.plusSeconds(2)));

        assertThat(cache.answer(key("a.b"), NOW.plusMillis(1999))).contains(true);
        assertThat(cache.answer(key("a.b"), NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void anOlderAnswerThatComesLateChangesNothing() {
        keep("a.b", false, NOW.plusSeconds(1));

        keep("a.b", true, NOW);

        assertThat(cache.answer(key("a.b"), NOW.plusSeconds(1))).contains(false);
    }

    @Test
    void aClockThatIsSetBackMakesNothingLast() {
        keep("a.b", true, NOW);

        assertThat(cache.answer(key("a.b"), NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void keepsNothingWhereNothingIsToBeKept() {
        var none = new AnswerCache(Duration.ZERO, 3);
        var no = new AnswerCache(Duration.ofSeconds(5), 0);

        none.keep(key("a.b"), true, NOW, Optional.empty());
        no.keep(key("a.b"), true, NOW, Optional.empty());

        assertThat(none.size()).isZero();
        assertThat(no.size()).isZero();
    }

    @Test
    void keepsDigestsOfTokensAndNotTokens() {
        assertThat(AnswerCache.digest(new AccessToken("token", Map.of())))
                .isEqualTo("3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0");
    }
}
