package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.NodeScript;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Flags as applications read them: through OpenFeature's own SDKs, with nothing of ours in between. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenFeatureIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private FeatureFlags flags;

    @SuppressWarnings("NullAway.Init")
    private TestUser alice;

    @SuppressWarnings("NullAway.Init")
    private String service;

    @BeforeAll
    void acme(TestRealm realm) {
        flags = FeatureFlags.in(realm);
        flags.tenancy().tenant("acme", "team");
        flags.tenancy().tenant("beta", "team");
        alice = flags.tenancy().member("acme", "alice", "viewer");
        service = flags.serviceToken();
        flags.rollOut(Map.of(
                "projects", Map.of("percentage", 50, "by", "member", "otherwise", 10),
                "export", Map.of("from", "2999-01-01T00:00:00Z")));
    }

    @AfterEach
    void shutDown() {
        OpenFeatureAPI.getInstance().shutdown();
    }

    @Test
    void javaReadsEveryKindOfValue() {
        Client client = java(flags.token(alice));

        FlagEvaluationDetails<Boolean> sso = client.getBooleanDetails("sso", false);
        assertThat(sso.getValue()).isTrue();
        assertThat(sso.getReason()).isEqualTo("STATIC");
        assertThat(sso.getVariant()).isEqualTo("on");
        assertThat(client.getBooleanValue("legacy", true)).isFalse();
        assertThat(client.getStringValue("tier", "none")).isEqualTo("gold");
        assertThat(client.getDoubleValue("discount", 0.0)).isEqualTo(2.5);
        assertThat(client.getIntegerDetails("projects", 0).getReason()).isEqualTo("SPLIT");
        assertThat(client.getIntegerValue("projects", 0)).isIn(10, 25);
    }

    @Test
    void javaReadsAnObject() {
        flags.tenancy()
                .api()
                .body(Map.of("value", Map.of("days", 30, "formats", Map.of("pdf", true))))
                .put("/tenants/acme/features/report")
                .then()
                .statusCode(200);

        Value report = java(flags.token(alice)).getObjectValue("report", new Value());

        assertThat(report.asStructure().asObjectMap()).isEqualTo(Map.of("days", 30, "formats", Map.of("pdf", true)));
    }

    @Test
    void javaFallsBackOnTheApplicationsDefault() {
        Client client = java(flags.token(alice));

        FlagEvaluationDetails<Boolean> unknown = client.getBooleanDetails("unheard-of", true);
        assertThat(unknown.getValue()).isTrue();
        assertThat(unknown.getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        // Withheld until 2999, and no boolean.
        assertThat(client.getObjectDetails("export", new Value("none")).getValue())
                .isEqualTo(new Value("none"));
        assertThat(client.getStringDetails("sso", "none").getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        EvaluationContext beta = new ImmutableContext(Map.of("tenant", new Value("beta")));
        assertThat(client.getBooleanDetails("sso", false, beta).getErrorCode()).isEqualTo(ErrorCode.INVALID_CONTEXT);
    }

    @Test
    void javaRollsOutByTargetingKey() {
        Client client = java(service);

        var given = IntStream.range(0, 40)
                .filter(number -> client.getIntegerValue("projects", 0, member("member-" + number)) == 25)
                .count();

        assertThat(given).isBetween(8L, 32L);
    }

    @Test
    void javaWithAWrongTokenGetsDefaults() {
        FlagEvaluationDetails<Boolean> refused = java("nonsense").getBooleanDetails("sso", false);

        assertThat(refused.getValue()).isFalse();
        assertThat(refused.getErrorCode()).isNotNull();
    }

    @Test
    void javascriptReadsEveryKindOfValue() {
        JsonPath read = javascript(
                flags.token(alice),
                Map.of(),
                Map.of("sso", false, "legacy", true, "tier", "none", "discount", 0, "projects", 0));

        assertThat(read.getBoolean("sso.value")).isTrue();
        assertThat(read.getString("sso.reason")).isEqualTo("STATIC");
        assertThat(read.getString("sso.variant")).isEqualTo("on");
        assertThat(read.getBoolean("legacy.value")).isFalse();
        assertThat(read.getString("tier.value")).isEqualTo("gold");
        assertThat(read.getDouble("discount.value")).isEqualTo(2.5);
        assertThat(read.getInt("projects.value")).isIn(10, 25);
        assertThat(read.getString("projects.reason")).isEqualTo("SPLIT");
    }

    @Test
    void javascriptReadsAnObject() {
        flags.tenancy()
                .api()
                .body(Map.of("value", Map.of("days", 30)))
                .put("/tenants/acme/features/report")
                .then()
                .statusCode(200);

        JsonPath read = javascript(flags.token(alice), Map.of(), Map.of("report", Map.of()));

        assertThat(read.getInt("report.value.days")).isEqualTo(30);
    }

    @Test
    void javascriptFallsBackOnTheApplicationsDefault() {
        JsonPath read = javascript(
                flags.token(alice), Map.of(), Map.of("unheard-of", true, "export", Map.of("days", 1), "sso", "none"));

        assertThat(read.getBoolean("unheard-of.value")).isTrue();
        assertThat(read.getString("unheard-of.errorCode")).isEqualTo("FLAG_NOT_FOUND");
        assertThat(read.getInt("export.value.days")).isEqualTo(1);
        assertThat(read.getString("sso.value")).isEqualTo("none");
        assertThat(read.getString("sso.errorCode")).isEqualTo("TYPE_MISMATCH");
        assertThat(javascript(flags.token(alice), Map.of("tenant", "beta"), Map.of("sso", false))
                        .getString("sso.errorCode"))
                .isEqualTo("INVALID_CONTEXT");
    }

    @Test
    void javascriptIsToldThatSomebodyHasToBeNamed() {
        assertThat(javascript(service, Map.of("tenant", "acme"), Map.of("projects", 0))
                        .getString("projects.errorCode"))
                .isEqualTo("TARGETING_KEY_MISSING");
        assertThat(javascript(service, Map.of("tenant", "acme", "targetingKey", "member-1"), Map.of("projects", 0))
                        .getInt("projects.value"))
                .isEqualTo(java(service).getIntegerValue("projects", 0, member("member-1")));
    }

    @Test
    void javascriptWithAWrongTokenGetsDefaults() {
        JsonPath read = javascript("nonsense", Map.of(), Map.of("sso", false));

        assertThat(read.getBoolean("sso.value")).isFalse();
        assertThat(read.getString("sso.errorCode")).isEqualTo("GENERAL");
    }

    private static EvaluationContext member(String id) {
        return new ImmutableContext(id, Map.of("tenant", new Value("acme")));
    }

    private Client java(String token) {
        OpenFeatureAPI.getInstance()
                .setProviderAndWait(OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                        .baseUrl(flags.baseUrl())
                        .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + token)))
                        .build()));
        return OpenFeatureAPI.getInstance().getClient();
    }

    private JsonPath javascript(String token, Map<String, Object> context, Map<String, Object> asked) {
        try {
            return new JsonPath(new NodeScript("evaluate.mjs")
                    .run(JSON.writeValueAsString(
                            Map.of("baseUrl", flags.baseUrl(), "token", token, "context", context, "flags", asked))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question that cannot be written", e);
        }
    }
}
