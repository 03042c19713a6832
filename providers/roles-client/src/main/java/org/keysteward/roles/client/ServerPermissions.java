package org.keysteward.roles.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the token first, and asks the server where the token does not say, where a path is asked about, and where the
 * answer has to be fresh. One for the whole application; safe for threads.
 *
 * <p><strong>It does not verify tokens</strong>: see {@link AccessToken}.
 *
 * <p>What the token says is as old as the token. What the server says is kept for 5 seconds unless configured otherwise,
 * by the token's SHA-256 digest, and not longer than the token lives.
 */
public final class ServerPermissions implements Permissions {
    private final CheckEndpoint endpoint;
    private final AnswerCache cache;
    private final Clock clock;

    private ServerPermissions(Builder builder) {
        this.endpoint = new CheckEndpoint(builder.issuer, builder.connectTimeout, builder.timeout);
        this.cache = new AnswerCache(builder.keepAnswers, builder.mostAnswers);
        this.clock = builder.clock;
    }

    /**
     * @param issuer the realm's address as the application reaches it, such as
     *     {@code https://keycloak.example/realms/demo}
     */
    public static ServerPermissions of(URI issuer) {
        return builder(issuer).build();
    }

    /** @param issuer as for {@link #of} */
    public static Builder builder(URI issuer) {
        return new Builder(issuer);
    }

    @Override
    public List<Boolean> permitsEach(AccessToken token, List<PermissionCheck> checks) {
        if (checks.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "At most " + MOST_AT_ONCE + " checks at once; these are " + checks.size());
        }
        var now = clock.instant();
        if (token.expiry().filter(end -> !now.isBefore(end)).isPresent()) {
            throw new MissingTokenException();
        }
        var answers = new HashMap<Question, Boolean>();
        var open = new LinkedHashMap<Question, Boolean>();
        for (var check : checks) {
            var question = Question.of(token, check);
            if (question.isEmpty()) {
                continue;
            }
            said(token, check, question.get())
                    .ifPresentOrElse(
                            allowed -> answers.put(question.get(), allowed),
                            () -> open.merge(question.get(), check.fresh(), Boolean::logicalOr));
        }
        answers.putAll(answers(token, open, now));
        // Fails closed: what nobody has answered is a no.
        return checks.stream()
                .map(check -> Question.of(token, check).map(answers::get).orElse(false))
                .toList();
    }

    private static Optional<Boolean> said(AccessToken token, PermissionCheck check, Question question) {
        return check.fresh() || !check.wholeTenant()
                ? Optional.empty()
                : TokenPermissions.permits(token, question.tenant(), question.permission());
    }

    /** @param open each with whether only a fresh answer counts */
    private Map<Question, Boolean> answers(AccessToken token, Map<Question, Boolean> open, Instant now) {
        if (open.isEmpty()) {
            return Map.of();
        }
        var digest = AnswerCache.digest(token);
        var answers = new HashMap<Question, Boolean>();
        var asked = new ArrayList<Question>();
        open.forEach((question, fresh) -> {
            var kept = fresh ? Optional.<Boolean>empty() : cache.answer(new AnswerCache.Key(digest, question), now);
            kept.ifPresentOrElse(allowed -> answers.put(question, allowed), () -> asked.add(question));
        });
        if (asked.isEmpty()) {
            return answers;
        }
        var answered = endpoint.ask(token, asked);
        for (var i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), answered.get(i));
            cache.keep(new AnswerCache.Key(digest, asked.get(i)), answered.get(i), now, token.expiry());
        }
        return answers;
    }

    /** How the server is asked. */
    public static final class Builder {
        private static final Duration MAX_KEEP = Duration.ofMinutes(1);
        private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);
        private static final int MAX_ANSWERS = 1_000_000;

        private final URI issuer;
        private Duration connectTimeout = Duration.ofSeconds(2);
        private Duration timeout = Duration.ofSeconds(5);
        private Duration keepAnswers = Duration.ofSeconds(5);
        private int mostAnswers = 10_000;
        private Clock clock = Clock.systemUTC();

        private Builder(URI issuer) {
            if (!issuer.isAbsolute() || issuer.getHost() == null || issuer.getRawQuery() != null) {
                throw new IllegalArgumentException("No address of a realm: " + issuer);
            }
            this.issuer = issuer;
        }

        /** How long a connection may take; 2 seconds by default, 1 minute at most. */
        public Builder connectTimeout(Duration duration) {
            connectTimeout = positive(duration);
            return this;
        }

        /** How long an answer may take in all; 5 seconds by default, 1 minute at most. */
        public Builder timeout(Duration duration) {
            timeout = positive(duration);
            return this;
        }

        /** How long the server's answers count; 5 seconds by default, 1 minute at most, zero for not at all. */
        public Builder keepAnswers(Duration duration) {
            if (duration.isNegative() || duration.compareTo(MAX_KEEP) > 0) {
                throw new IllegalArgumentException("Answers are kept for " + MAX_KEEP + " at most: " + duration);
            }
            keepAnswers = duration;
            return this;
        }

        /** How many answers are kept; 10,000 by default, a million at most. */
        public Builder mostAnswers(int count) {
            if (count < 0 || count > MAX_ANSWERS) {
                throw new IllegalArgumentException("0 to " + MAX_ANSWERS + " answers are kept: " + count);
            }
            mostAnswers = count;
            return this;
        }

        /** For tests. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        public ServerPermissions build() {
            return new ServerPermissions(this);
        }

        private static Duration positive(Duration duration) {
            if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException("More than nothing and at most " + MAX_TIMEOUT + ": " + duration);
            }
            return duration;
        }
    }
}
