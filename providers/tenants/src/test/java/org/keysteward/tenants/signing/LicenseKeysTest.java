package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.tenants.Tables;

class LicenseKeysTest {
    record KeyCase(String description, String jwk, String pointer) implements Tables.Case {}

    static Stream<Named<KeyCase>> refusedKeys() {
        return Tables.read("license-keys.yaml", KeyCase.class);
    }

    @ParameterizedTest
    @MethodSource("refusedKeys")
    void refuses(KeyCase one) throws MalformedException {
        var jwk = Json.object(one.jwk());

        assertRefused(() -> LicenseKey.ofJwk(jwk), one.pointer());
        assertRefused(
                () -> LicenseKeys.ofJwks(
                        Map.of("keys", List.of(Vendor.B.publicKey().toJwk(), jwk))),
                "/keys/1" + one.pointer());
    }

    @Test
    void readsAndWritesAJwkSet() {
        var keys = LicenseKeys.parse(Vendor.KEYS.toJson());

        assertThat(keys.all()).containsExactly(Vendor.A.publicKey(), Vendor.B.publicKey());
        assertThat(keys.find("b")).contains(Vendor.B.publicKey());
        assertThat(keys.find("c")).isEmpty();
        assertThat(keys.toJson()).doesNotContain("\"d\"");
    }

    @Test
    void membersThatNobodyKnowsAreIgnored() {
        var jwk = new HashMap<>(Vendor.A.publicKey().toJwk());
        jwk.put("x5t", "AAAA");
        jwk.put("key_ops", List.of("verify"));
        jwk.remove("use");
        jwk.remove("alg");

        assertThat(LicenseKey.ofJwk(jwk)).isEqualTo(Vendor.A.publicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"keys\":[],\"keys\":[]}", "[]", "", "{\"keys\":[1]}"})
    void whatIsNoJwkSetIsRefused(String json) {
        assertThatThrownBy(() -> LicenseKeys.parse(json)).isInstanceOf(LicenseKeyException.class);
    }

    @Test
    void aKidNamesOneKey() {
        var twice = List.of(Vendor.A.publicKey().toJwk(), Vendor.A.publicKey().toJwk());

        assertRefused(() -> LicenseKeys.ofJwks(Map.of("keys", twice)), "/keys/1/kid");
        assertThatThrownBy(() -> new LicenseKeys(List.of(Vendor.A.publicKey(), Vendor.A.publicKey())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSetIsBounded() {
        var many = Collections.nCopies(
                LicenseKeys.MAXIMUM + 1, Vendor.A.publicKey().toJwk());

        assertRefused(() -> LicenseKeys.ofJwks(Map.of("keys", many)), "/keys");
    }

    @Test
    void aKeyIsCheckedWhereverItComesFrom() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var foreign = generator.generateKeyPair().getPublic();

        assertThatThrownBy(() -> new LicenseKey("a", SignatureAlgorithm.ES256, foreign))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LicenseKey("a", SignatureAlgorithm.EDDSA, foreign))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LicenseKey(
                        "a b", SignatureAlgorithm.EDDSA, Vendor.A.publicKey().publicKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrivateKeyNeedsBothHalvesAndTheyMustMatch() {
        var other = LicenseSigningKey.generate("a", SignatureAlgorithm.EDDSA).toJwk();

        assertRefused(() -> LicenseSigningKey.ofJwk(Vendor.A.publicKey().toJwk()), "/d");
        assertRefused(() -> LicenseSigningKey.ofJwk(with(Vendor.A, "d", other.get("d"))), "/d");
        assertRefused(() -> LicenseSigningKey.ofJwk(with(Vendor.B, "d", other.get("d"))), "/d");
        assertRefused(() -> LicenseSigningKey.ofJwk(with(Vendor.B, "d", "A".repeat(43))), "/d");
        assertRefused(() -> LicenseSigningKey.ofJwk(with(Vendor.A, "key_ops", List.of("verify"))), "/key_ops");
    }

    @Test
    void neitherKeysNorProblemsRepeatASecret() {
        var secret = String.valueOf(Vendor.A.toJwk().get("d"));

        assertThat(Vendor.A.toString()).doesNotContain(secret);
        assertThatThrownBy(() -> LicenseKeys.parse("{\"keys\":[" + Vendor.A.toJson() + "]}"))
                .isInstanceOf(LicenseKeyException.class)
                .hasMessageNotContaining(secret);
        assertThatThrownBy(() -> LicenseKeys.parse(Vendor.A.toJson() + secret)).hasMessageNotContaining(secret);
    }

    private static Map<String, Object> with(LicenseSigningKey key, String member, @Nullable Object value) {
        var jwk = new HashMap<>(key.toJwk());
        jwk.put(member, String.valueOf(value));
        return jwk;
    }

    private static void assertRefused(ThrowingCallable call, String pointer) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LicenseKeyException.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
