package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ServerPermissionsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final PermissionCheck PUBLISH = PermissionCheck.of("journeys.publish");

    private final CheckServer server = new CheckServer();
    private final Hands clock = new Hands(NOW);
    private final Permissions permissions = permissions(server.issuer());

    @AfterEach
    void stop() {
        server.close();
    }

    private Permissions permissions(URI issuer) {
        return ServerPermissions.builder(issuer)
                .timeout(Duration.ofSeconds(2))
                .clock(clock)
                .build();
    }

    private static AccessToken token(Object ofAcme) {
        return token("token", ofAcme);
    }

    private static AccessToken token(String raw, Object ofAcme) {
        return new AccessToken(
                raw,
                Map.of(
                        "organization",
                        Map.of("acme", ofAcme),
                        "exp",
                        NOW.plusSeconds(300).getEpochSecond()));
    }

    private static AccessToken silent() {
        return token(Map.of("roles", List.of("editor")));
    }

    @Test
    void whatTheTokenSaysIsNotAsked() {
        var token = token(Map.of("permissions", List.of("journeys.*")));

        assertThat(permissions.permits(token, PUBLISH)).isTrue();
        assertThat(permissions.permits(token, PermissionCheck.of("billing.read")))
                .isFalse();

        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void whatTheTokenLeavesOutIsAskedWithTheCallersToken() {
        server.allow("acme journeys.publish");
        var token = token(Map.of("permissions_omitted", true));

        assertThat(permissions.permits(token, PUBLISH)).isTrue();
        assertThat(permissions.permits(token, PermissionCheck.of("billing.read")))
                .isFalse();

        assertThat(server.authorizations()).containsExactly("Bearer token", "Bearer token");
        assertThat(server.bodies().get(0).toString())
                .isEqualTo("[{\"tenant\":\"acme\",\"permission\":\"journeys.publish\"}]");
    }

    @Test
    void aPathIsAsked() {
        server.allow("acme journeys.publish workspace/emea");
        var token = token(Map.of("permissions", List.of()));

        assertThat(permissions.permits(token, PUBLISH.at("workspace/emea"))).isTrue();
        assertThat(permissions.permits(token, PUBLISH.at("workspace/apac"))).isFalse();
        assertThat(permissions.permits(token, PUBLISH)).isFalse();
    }

    @Test
    void freshIsAskedWhateverTheTokenAndTheCacheSay() {
        var token = token(Map.of("permissions", List.of("*")));
        assertThat(permissions.permits(token, PUBLISH.asFresh())).isFalse();

        server.allow("acme journeys.publish");

        assertThat(permissions.permits(token, PUBLISH.asFresh())).isTrue();
        assertThat(server.bodies()).hasSize(2);
    }

    @Test
    void aFreshAnswerCountsForThoseWhoDoNotInsist() {
        server.allow("acme journeys.publish");
        assertThat(permissions.permits(silent(), PUBLISH)).isTrue();
        server.revoke("acme journeys.publish");
        assertThat(permissions.permits(silent(), PUBLISH)).isTrue();

        assertThat(permissions.permits(silent(), PUBLISH.asFresh())).isFalse();

        assertThat(permissions.permits(silent(), PUBLISH)).isFalse();
    }

    @Test
    void theApplicationNamesAnotherTenant() {
        server.allow("beta journeys.publish");
        var token = token(Map.of("permissions", List.of("*")));

        assertThat(permissions.permits(token, PUBLISH.in("beta"))).isTrue();
        assertThat(permissions.permits(token, PUBLISH.in("gamma"))).isFalse();
    }

    @Test
    void withoutATenantNothingIsPermitted() {
        var several = new AccessToken(
                "token",
                Map.of(
                        "organization",
                        Map.of(
                                "acme",
                                Map.of("permissions", List.of("*")),
                                "beta",
                                Map.of("permissions", List.of("*")))));

        assertThat(permissions.permits(several, PUBLISH)).isFalse();
        assertThat(permissions.permits(new AccessToken("token", Map.of()), PUBLISH.asFresh()))
                .isFalse();
        assertThat(permissions.permits(several, PUBLISH.in("beta"))).isTrue();
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void requiringSaysWhatIsMissing() {
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> permissions.require(silent(), PUBLISH))
                .withMessage("This needs the permission journeys.publish");
    }

    @Test
    void anAnswerIsKeptForFiveSeconds() {
        server.allow("acme journeys.publish");
        permissions.permits(silent(), PUBLISH);
        server.revoke("acme journeys.publish");

        clock.forward(Duration.ofMillis(4999));
        assertThat(permissions.permits(silent(), PUBLISH)).isTrue();
        clock.forward(Duration.ofMillis(1));
        assertThat(permissions.permits(silent(), PUBLISH)).isFalse();
    }

    @Test
    void anAnswerIsKeptForOneTokenAlone() {
        server.allow("acme journeys.publish");
        assertThat(permissions.permits(token("one", Map.of()), PUBLISH)).isTrue();
        server.revoke("acme journeys.publish");

        assertThat(permissions.permits(token("two", Map.of()), PUBLISH)).isFalse();
    }

    @Test
    void aTokenThatHasEndedIsNone() {
        var token = token(Map.of("permissions", List.of("*")));
        clock.forward(Duration.ofSeconds(299));
        assertThat(permissions.permits(token, PUBLISH)).isTrue();

        clock.forward(Duration.ofSeconds(1));

        assertThatExceptionOfType(MissingTokenException.class).isThrownBy(() -> permissions.permits(token, PUBLISH));
    }

    @Test
    void aThousandAreAskedAtOnceAndInTheirOrder() {
        var token = token(Map.of("permissions", List.of("known.yes")));
        var checks = IntStream.range(0, 1000)
                .mapToObj(number -> switch (number % 4) {
                    case 0 -> PermissionCheck.of("known.yes");
                    case 1 -> PermissionCheck.of("known.no");
                    case 2 -> PermissionCheck.of("even.two").at("place/p" + number);
                    default -> PermissionCheck.of("odd.three").at("place/p" + number);
                })
                .toList();
        IntStream.range(0, 1000).forEach(number -> server.allow("acme even.two place/p" + number));

        var answers = permissions.permitsEach(token, checks);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(number -> number % 2 == 0)
                        .toList());
        assertThat(server.bodies())
                .singleElement()
                .satisfies(body -> assertThat(body).hasSize(500));
    }

    @Test
    void whatIsAskedTwiceAtOnceIsSentOnce() {
        server.allow("acme journeys.publish");

        assertThat(permissions.permitsEach(silent(), List.of(PUBLISH, PUBLISH.asFresh(), PUBLISH.in("acme"))))
                .containsExactly(true, true, true);

        assertThat(server.bodies().get(0)).hasSize(1);
    }

    @Test
    void nothingAndTooManyAreNotAsked() {
        assertThat(permissions.permitsEach(silent(), List.of())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> permissions.permitsEach(silent(), Collections.nCopies(1001, PUBLISH)));
        assertThat(server.bodies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"allowed\":true}",
                "[]",
                "[{\"allowed\":true},{\"allowed\":true}]",
                "[{\"allowed\":\"true\"}]",
                "[{\"allowed\":1}]",
                "[{\"allowed\":null}]",
                "[{}]",
                "[true]",
                "[null]",
                "[{\"allowed\":false,\"allowed\":true}]",
                "[{\"allowed\":true}] [{\"allowed\":true}]",
            })
    void anAnswerThatIsNotClearIsNone(String answer) {
        server.behave(exchange -> CheckServer.respond(exchange, 200, answer));

        undecided(permissions);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 307, 400, 401, 403, 404, 422, 429, 500, 503})
    void aFailureIsNoAnswerAndIsNotKept(int status) {
        server.behave(exchange -> {
            // Whoever followed it would be counted.
            exchange.getResponseHeaders().set("Location", server.issuer() + "/keysteward/v1/check?again");
            CheckServer.respond(exchange, status, status == 204 ? "" : "[{\"allowed\":true}]");
        });
        undecided(permissions);

        server.behaveWell();
        server.allow("acme journeys.publish");

        assertThat(permissions.permits(silent(), PUBLISH)).isTrue();
        assertThat(server.bodies()).hasSize(2);
    }

    @Test
    void aServerThatIsAwayIsNoAnswer() {
        var issuer = server.issuer();
        server.close();

        undecided(permissions(issuer));
    }

    @Test
    void whatItSaysWhenItFailsHasNoTokenInIt() {
        server.behave(exchange -> CheckServer.respond(exchange, 401, ""));

        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> permissions.permits(token("sEcReT", Map.of()), PUBLISH))
                .withMessageContaining("audience")
                .withMessageNotContaining("sEcReT");
    }

    @Test
    void aSlowServerIsNotWaitedFor() throws InterruptedException {
        var over = new CountDownLatch(1);
        server.behave(exchange -> await(over));

        undecided(permissions);
        over.countDown();
    }

    @Test
    void aBodyThatTricklesIsNotWaitedFor() {
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            for (var i = 0; i < 100; i++) {
                body.write(' ');
                body.flush();
                sleep(100);
            }
        });

        var before = System.nanoTime();
        undecided(permissions);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anAnswerWithoutAnEndIsNotRead() {
        server.behave(
                exchange -> CheckServer.respond(exchange, 200, "[" + " ".repeat(1 << 20) + "{\"allowed\":true}]"));

        undecided(permissions);
    }

    @Test
    void aConnectionThatBrokeIsTriedOnceMore() {
        var requests = new AtomicInteger();
        server.allow("acme journeys.publish");
        server.behave(exchange -> {
            if (requests.incrementAndGet() == 1) {
                exchange.close();
                return;
            }
            CheckServer.respond(exchange, 200, "[{\"allowed\":true}]");
        });

        assertThat(permissions.permits(silent(), PUBLISH)).isTrue();
        assertThat(requests).hasValue(2);
    }

    @Test
    void whoIsInterruptedGetsNoAnswer() {
        var over = new CountDownLatch(1);
        server.behave(exchange -> await(over));
        Thread.currentThread().interrupt();

        undecided(permissions);

        assertThat(Thread.interrupted()).isTrue();
        over.countDown();
    }

    @Test
    void settingsHaveBounds() {
        var builder = ServerPermissions.builder(server.issuer());

        assertThatIllegalArgumentException().isThrownBy(() -> builder.keepAnswers(Duration.ofMinutes(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.keepAnswers(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.mostAnswers(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ServerPermissions.of(URI.create("/realms/demo")));
    }

    private static void undecided(Permissions permissions) {
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> permissions.permits(silent(), PUBLISH));
    }

    private static void await(CountDownLatch over) {
        try {
            over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
