package org.keysteward.it.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;

/** A vendor signs with the command in the bundle's JAR, and the realm believes what its keys have signed. */
@KeycloakTest
class SignedLicensesIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path desk;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private String issuer;

    @BeforeEach
    void aRealmThatTrustsAKey(TestRealm realm) {
        tenancy = Tenancy.in(realm).plan("pro", 5);
        tenancy.tenant("acme", null);
        issuer = realm.keycloak().url() + "/realms/" + realm.name();
        trust(key("2026", "EdDSA")).then().statusCode(201).body("items[0].kid", equalTo("2026"));
    }

    @Test
    void aSignedLicenseIsInstalledAndHolds() {
        install(sign("2026", "--limit", "seats=1", "--feature", "sso=true", "--grace-days", "7"))
                .then()
                .statusCode(200)
                .body("source", equalTo("signed"))
                .body("plan", equalTo("pro"))
                .body("limits.seats", equalTo(1))
                .body("features.sso", equalTo(true))
                .body("graceDays", equalTo(7))
                .body("state", equalTo("active"));

        tenancy.member("acme", "one", "owner");
        tenancy.add("acme", tenancy.realm().createUser("two"), "member").then().statusCode(409);
    }

    @Test
    void keysAreChangedWithoutAGap() {
        trust(key("2027", "ES256")).then().statusCode(201).body("items", hasSize(2));

        install(sign("2026")).then().statusCode(200);
        install(sign("2027")).then().statusCode(200);
        String old = sign("2026");
        tenancy.api().delete("/license-keys/2026").then().statusCode(204);

        refused(old, 422, "license-key-unknown");
        tenancy.api().get("/tenants/acme/license").then().body("source", equalTo("signed"));
    }

    @Test
    void anOlderLicenseIsRefusedEvenAfterTheTenantWasMadeAgain() {
        String older = sign("2026", "--limit", "seats=500");
        String newer = signAt(Instant.now().plusSeconds(2), "2026", "--limit", "seats=5");
        install(newer).then().statusCode(200);

        refused(older, 409, "license-rollback");
        tenancy.api()
                .body(Map.of("plan", "pro"))
                .put("/tenants/acme/license")
                .then()
                .statusCode(200);
        refused(older, 409, "license-rollback");
        String id = tenancy.api().get("/tenants/acme").path("id");
        tenancy.realm().admin().delete("/organizations/" + id).then().statusCode(204);
        tenancy.tenant("acme", null);

        refused(older, 409, "license-rollback");
        install(newer).then().statusCode(200);
    }

    @Test
    void whateverIsNotMeantForThisTenantIsRefused() throws IOException {
        tenancy.tenant("beta", null);
        key("other", "EdDSA");
        String good = sign("2026");
        String[] parts = good.split("\\.", -1);

        refused(
                run(
                        "license",
                        "sign",
                        "--key",
                        file("2026"),
                        "--tenant",
                        "beta",
                        "--issuer",
                        issuer,
                        "--plan",
                        "pro",
                        "--expires",
                        "2035-01-01"),
                422,
                "license-wrong-tenant");
        refused(
                run(
                        "license",
                        "sign",
                        "--key",
                        file("2026"),
                        "--tenant",
                        "acme",
                        "--issuer",
                        issuer + "x",
                        "--plan",
                        "pro",
                        "--expires",
                        "2035-01-01"),
                422,
                "license-wrong-audience");
        refused(sign("other"), 422, "license-key-unknown");
        refused(parts[0] + "." + changed(parts[1]) + "." + parts[2], 422, "license-signature-invalid");
        refused(header("none", "2026") + "." + parts[1] + ".", 422, "license-algorithm-not-allowed");
        refused(header("HS256", "2026") + "." + parts[1] + "." + parts[2], 422, "license-algorithm-not-allowed");
        refused("not a token", 422, "license-malformed");
        refused(
                sign("2026", "--starts", Instant.now().plus(2, ChronoUnit.DAYS).toString()),
                422,
                "license-not-yet-valid");
        refused(
                run(
                        "license",
                        "sign",
                        "--key",
                        file("2026"),
                        "--tenant",
                        "acme",
                        "--issuer",
                        issuer,
                        "--plan",
                        "gold",
                        "--expires",
                        "2035-01-01"),
                422,
                "license-plan-unknown");

        tenancy.api().get("/tenants/acme/license").then().body("source", equalTo("default"));
    }

    @Test
    void aPrivateKeyIsNotTaken() throws IOException {
        key("secret", "EdDSA");
        String jwk = Files.readString(Path.of(file("secret")));

        tenancy.api()
                .body("{\"keys\":[" + jwk + "]}")
                .post("/license-keys")
                .then()
                .statusCode(422);
        trust(key("2026b", "EdDSA").replace("2026b", "2026"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:keysteward:problem:license-key-exists"));
        tenancy.api().get("/license-keys").then().body("items", hasSize(1));
    }

    @Test
    void aRealmMayAcceptSignedLicensesOnly() {
        tenancy.api()
                .body(Map.of("value", "true"))
                .put("/settings/tenants.signedLicensesOnly")
                .then()
                .statusCode(200);

        for (Response refused : List.of(
                tenancy.api().body(Map.of("plan", "pro")).put("/tenants/acme/license"),
                tenancy.api()
                        .body(Map.of("alias", "gamma", "name", "Gamma", "plan", "pro"))
                        .post("/tenants"))) {
            refused.then().statusCode(409).body("type", equalTo("urn:keysteward:problem:signed-license-needed"));
        }
        tenancy.api()
                .body(Map.of("alias", "gamma", "name", "Gamma"))
                .post("/tenants")
                .then()
                .statusCode(201);
        install(sign("2026")).then().statusCode(200);
    }

    private Response trust(String jwks) {
        return tenancy.api().body(jwks).post("/license-keys");
    }

    private Response install(String token) {
        return tenancy.api().body(Map.of("token", token)).put("/tenants/acme/license/signed");
    }

    private void refused(String token, int status, String problem) {
        install(token)
                .then()
                .statusCode(status)
                .body("type", equalTo("urn:keysteward:problem:" + problem))
                .body("errors[0].pointer", equalTo("/token"));
    }

    /** @return the public part, as a set of keys */
    private String key(String kid, String algorithm) {
        return run("license-key", "create", "--kid", kid, "--alg", algorithm, "--out", file(kid));
    }

    private String file(String kid) {
        return desk.resolve(kid + ".jwk").toString();
    }

    private String sign(String kid, String... more) {
        var arguments = new ArrayList<>(List.of(
                "license",
                "sign",
                "--key",
                file(kid),
                "--tenant",
                "acme",
                "--issuer",
                issuer,
                "--plan",
                "pro",
                "--expires",
                "2035-01-01"));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    /** Waits until then, so that the license says that it was issued then. */
    private String signAt(Instant moment, String kid, String... more) {
        org.awaitility.Awaitility.await().until(() -> Instant.now().isAfter(moment));
        return sign(kid, more);
    }

    private static String header(String algorithm, String kid) {
        return base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}");
    }

    private static String changed(String payload) {
        return base64(new String(Base64.getUrlDecoder().decode(payload), UTF_8).replace("pro", "max"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String run(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Settings.BUNDLE.path().toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
