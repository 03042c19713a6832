package org.keysteward.roles.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server answered a moment ago. Answers only: a fault is never kept. Bounded in count and time.
 *
 * <p>INVARIANT: no answer is older than {@code keep} counted from when it was asked for, outlives its token, or gives way
 * to one that was asked for earlier.
 */
final class AnswerCache {
    /** @param token the digest of a token: the cache keeps no token */
    record Key(String token, Question question) {}

    private record Answer(boolean allowed, Instant asked, Instant until) {
        boolean holds(Instant now) {
            // A clock that was set back makes nothing last longer.
            return !now.isBefore(asked) && now.isBefore(until);
        }
    }

    private final Duration keep;
    private final int most;
    private final Map<Key, Answer> answers = new LinkedHashMap<>();

    AnswerCache(Duration keep, int most) {
        this.keep = keep;
        this.most = most;
    }

    synchronized Optional<Boolean> answer(Key key, Instant now) {
        var answer = answers.get(key);
        if (answer == null) {
            return Optional.empty();
        }
        if (!answer.holds(now)) {
            answers.remove(key);
            return Optional.empty();
        }
        return Optional.of(answer.allowed());
    }

    /** @param asked when the question was sent, before the server decided it */
    synchronized void keep(Key key, boolean allowed, Instant asked, Optional<Instant> tokenEnds) {
        var known = answers.get(key);
        if (known != null && known.asked().isAfter(asked)) {
            return;
        }
        var until = asked.plus(keep);
        var bounded = tokenEnds.filter(end -> end.isBefore(until)).orElse(until);
        answers.remove(key);
        if (most == 0 || !bounded.isAfter(asked)) {
            return;
        }
        answers.put(key, new Answer(allowed, asked, bounded));
        if (answers.size() > most) {
            // The first one is among the oldest, and would have gone next.
            var oldest = answers.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized int size() {
        return answers.size();
    }

    static String digest(AccessToken token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.raw().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
