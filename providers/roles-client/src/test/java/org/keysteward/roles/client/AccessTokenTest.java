package org.keysteward.roles.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    private static AccessToken token(String claim, Object value) {
        return new AccessToken("token", Map.of(claim, value));
    }

    @Test
    void isForTheOneOrganizationThatItNames() {
        assertThat(token("organization", Map.of("acme", Map.of())).tenant()).contains("acme");
        assertThat(token("organization", List.of("acme")).tenant()).contains("acme");
        assertThat(token("organization", "acme").tenant()).contains("acme");
    }

    @Test
    void isForNoneWhereItNamesSeveralOrNone() {
        assertThat(token("organization", Map.of("acme", Map.of(), "beta", Map.of()))
                        .tenant())
                .isEmpty();
        assertThat(token("organization", List.of("acme", "beta")).tenant()).isEmpty();
        assertThat(token("organization", List.of()).tenant()).isEmpty();
        assertThat(token("organization", List.of(1)).tenant()).isEmpty();
        assertThat(token("organization", 1).tenant()).isEmpty();
        assertThat(token("sub", "ann").tenant()).isEmpty();
    }

    @Test
    void endsWhenItSaysHoweverThatIsWritten() {
        var end = Instant.ofEpochSecond(1_800_000_000);

        assertThat(token("exp", 1_800_000_000).expiry()).contains(end);
        assertThat(token("exp", 1_800_000_000L).expiry()).contains(end);
        assertThat(token("exp", end).expiry()).contains(end);
        assertThat(token("exp", Date.from(end)).expiry()).contains(end);
        assertThat(token("exp", "soon").expiry()).isEmpty();
    }

    @Test
    void readsWhatStandsInIt() {
        var payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"exp\":1800000000,\"organization\":{\"acme\":{\"permissions\":[\"a.b\"]}}}".getBytes(UTF_8));

        var token = AccessToken.ofVerified("header." + payload + ".signature");

        assertThat(token.tenant()).contains("acme");
        assertThat(TokenPermissions.permits(token, "acme", "a.b")).contains(true);
        assertThat(token.expiry()).contains(Instant.ofEpochSecond(1_800_000_000));
    }

    @Test
    void anOpaqueTokenSaysNothing() {
        assertThat(AccessToken.ofVerified("opaque").claims()).isEmpty();
        assertThat(AccessToken.ofVerified("a.b.c").claims()).isEmpty();
        assertThat(AccessToken.ofVerified("a.bnVsbA.c").claims()).isEmpty();
        assertThat(AccessToken.ofVerified("a.W10.c").claims()).isEmpty();
    }

    @Test
    void neverShowsItself() {
        assertThat(token("email", "ann@example.org").toString()).isEqualTo("AccessToken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken("se cret\r\n", Map.of()))
                .withMessageNotContaining("cret");
    }

    @Test
    void isNotChangedByWhoeverMadeIt() {
        var claims = new HashMap<String, Object>();
        claims.put("organization", "acme");
        var token = new AccessToken("token", claims);

        claims.put("organization", "beta");

        assertThat(token.tenant()).contains("acme");
    }
}
