package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keysteward.tenants.signing.Vendor.A;
import static org.keysteward.tenants.signing.Vendor.B;
import static org.keysteward.tenants.signing.Vendor.ISSUER;
import static org.keysteward.tenants.signing.Vendor.TENANT;
import static org.keysteward.tenants.signing.Vendor.TODAY;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.Tables;
import org.keysteward.tenants.signing.Verification.Reason;

class LicenseVerifierTest {
    record RefusalCase(
            String description,
            @Nullable String key,
            @Nullable Map<String, @Nullable Object> header,
            @Nullable String headerText,
            @Nullable Map<String, @Nullable Object> claims,
            @Nullable String payload,
            @Nullable String signature,
            @Nullable String compact,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String installed,
            Reason reason,
            @Nullable String detail)
            implements Tables.Case {
        String token() {
            if (compact != null) {
                return compact;
            }
            var signingKey = Vendor.key(Objects.requireNonNullElse(key, "a"));
            var signed = new LicenseSigner(signingKey)
                    .sign(
                            headerText != null ? headerText : Json.write(Vendor.header(signingKey, changes(header))),
                            payload != null ? payload : Json.write(Vendor.claims(changes(claims))));
            var body = signature == null ? signed : signed.substring(0, signed.lastIndexOf('.') + 1) + signature;
            return Objects.requireNonNullElse(prefix, "") + body + Objects.requireNonNullElse(suffix, "");
        }

        private static Map<String, @Nullable Object> changes(@Nullable Map<String, @Nullable Object> changes) {
            return changes == null ? Map.of() : changes;
        }
    }

    static Stream<Named<RefusalCase>> refusals() {
        return Tables.read("license-refusals.yaml", RefusalCase.class);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(RefusalCase one) {
        var installed = Optional.ofNullable(one.installed()).map(Instant::parse);

        var verification = Vendor.verifier().verify(one.token(), TENANT, installed);

        var refused = refused(verification);
        assertThat(refused.reason()).as(refused.detail()).isEqualTo(one.reason());
        assertThat(refused.detail()).contains(Objects.requireNonNullElse(one.detail(), ""));
        assertThat(refused.detail().chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void acceptsALicenseAndSaysWhatIsInIt(String kid) {
        var verification = verify(Vendor.token(Vendor.key(kid)));

        var license = new SignedLicense(
                "0198c1a2-0000-7000-8000-000000000001",
                TENANT,
                List.of(ISSUER),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2027-11-01T00:00:00Z"),
                "team",
                new Limits(Map.of(Limit.SEATS, 50L)),
                Map.of("sso", true),
                14);
        assertThat(verification).isEqualTo(new Verification.Accepted(license, kid));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatWasSigned(SignatureAlgorithm algorithm) {
        var key = LicenseSigningKey.generate("new", algorithm);
        var license = new SignedLicense(
                "1",
                TENANT,
                List.of("https://login.example/realms/other", ISSUER),
                null,
                TODAY.instant(),
                TODAY.instant().plusSeconds(1),
                "team",
                Limits.NONE,
                Map.of("tier", "göld", "regions", List.of("eu", 1L, 0.5), "nested", Map.of("on", true)),
                null);

        var token = new LicenseSigner(key).sign(license);

        assertThat(new LicenseVerifier(new LicenseKeys(List.of(key.publicKey())), ISSUER, TODAY)
                        .verify(token, TENANT, Optional.empty()))
                .isEqualTo(new Verification.Accepted(license, "new"));
    }

    @Test
    void whatIsOptionalMayBeAbsent() {
        var changes = new HashMap<String, @Nullable Object>();
        List.of("iat", "limits", "features", "graceDays").forEach(claim -> changes.put(claim, null));

        var license = accepted(verify(Vendor.token(A, changes))).license();

        assertThat(license.issued()).isEqualTo(license.startsAt());
        assertThat(license.limits()).isEqualTo(Limits.NONE);
        assertThat(license.features()).isEmpty();
        assertThat(license.graceDays()).isNull();
    }

    @Test
    void claimsThatNobodyKnowsAreIgnored() {
        assertAccepted(verify(Vendor.token(A, Map.of("iss", "vendor", "order", Map.of("number", 4711)))));
    }

    @Test
    void anAudienceMayNameSeveralRealms() {
        assertAccepted(verify(Vendor.token(A, Map.of("aud", List.of("https://login.example/realms/test", ISSUER)))));
    }

    @Test
    void fractionsOfSecondsAreCutOff() {
        var license = accepted(verify(Vendor.token(A, Map.of("iat", 1_793_491_200.75, "exp", 1.8250272e9))))
                .license();

        assertThat(license.issued()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(license.expiresAt()).isEqualTo("2027-11-01T00:00:00Z");
    }

    @Test
    void aClockMayBeBehindByTheSkew() {
        var start = TODAY.instant().plus(LicenseVerifier.CLOCK_SKEW).getEpochSecond();

        assertAccepted(verify(Vendor.token(A, Map.of("iat", start, "nbf", start))));
    }

    @Test
    void theInstalledLicenseMayBeReplacedByItselfAndByANewerOne() {
        var issued = Instant.parse("2026-11-01T00:00:00Z");

        assertAccepted(Vendor.verifier().verify(Vendor.token(A), TENANT, Optional.of(issued)));
        assertAccepted(Vendor.verifier().verify(Vendor.token(A), TENANT, Optional.of(issued.minusSeconds(1))));
        assertThat(refused(Vendor.verifier().verify(Vendor.token(A), TENANT, Optional.of(issued.plusSeconds(1))))
                        .reason())
                .isEqualTo(Reason.OLDER_THAN_INSTALLED);
    }

    @Test
    void anIssueTimeCountsBeforeAStart() {
        // A license for last year, issued today, replaces one that was issued yesterday.
        var token = Vendor.token(A, Map.of("iat", TODAY.instant().getEpochSecond()));

        assertAccepted(Vendor.verifier()
                .verify(token, TENANT, Optional.of(TODAY.instant().minusSeconds(86_400))));
    }

    @Test
    void keysCanBeChangedWithBothInForce() {
        var token = Vendor.token(A);
        var next = LicenseSigningKey.generate("next", SignatureAlgorithm.EDDSA);

        var both = new LicenseKeys(List.of(A.publicKey(), next.publicKey()));
        var nextAlone = new LicenseKeys(List.of(next.publicKey()));

        assertAccepted(new LicenseVerifier(both, ISSUER, TODAY).verify(token, TENANT, Optional.empty()));
        assertAccepted(new LicenseVerifier(both, ISSUER, TODAY).verify(Vendor.token(next), TENANT, Optional.empty()));
        assertThat(refused(new LicenseVerifier(nextAlone, ISSUER, TODAY).verify(token, TENANT, Optional.empty()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void aKeyOfTheSameNameIsNotTheSameKey() {
        var impostor = LicenseSigningKey.generate("a", SignatureAlgorithm.EDDSA);

        assertThat(refused(verify(Vendor.token(impostor))).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void aKeyInTheHeaderIsNotBelieved() {
        var impostor = LicenseSigningKey.generate("a", SignatureAlgorithm.EDDSA);
        var header = Vendor.header(
                impostor,
                Map.of("jwk", impostor.publicKey().toJwk(), "jku", "https://attacker.example", "x5c", List.of("AAAA")));

        var token = new LicenseSigner(impostor).sign(Json.write(header), Json.write(Vendor.claims(Map.of())));

        assertThat(refused(verify(token)).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void aKeyInTheHeaderDoesNoHarmEither() {
        var header = Vendor.header(A, Map.of("jwk", B.publicKey().toJwk(), "x5u", "https://vendor.example/chain.pem"));

        var token = new LicenseSigner(A).sign(Json.write(header), Json.write(Vendor.claims(Map.of())));

        assertAccepted(verify(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aPublicKeyIsNoSharedSecret(String kid) throws GeneralSecurityException {
        var key = Vendor.key(kid);
        var header = Json.write(Vendor.header(key, Map.of("alg", "HS256")));
        var signed = encoded(header) + "." + encoded(Json.write(Vendor.claims(Map.of())));

        for (var secret : List.of(
                key.publicKey().publicKey().getEncoded(),
                Json.write(key.publicKey().toJwk()).getBytes(StandardCharsets.UTF_8))) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var token = signed + "." + Base64Url.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));

            assertThat(refused(verify(token)).reason()).isEqualTo(Reason.ALGORITHM_NOT_ALLOWED);
        }
    }

    @Test
    void signaturesOfAnotherLengthAreNone() throws MalformedException {
        var token = Vendor.token(B);
        var signature = Base64Url.decode(token.substring(token.lastIndexOf('.') + 1));

        assertBadSignature(token, Arrays.copyOf(signature, 63));
        assertBadSignature(token, Arrays.copyOf(signature, 65));
        assertBadSignature(token, Arrays.copyOf(signature, 128));
        assertBadSignature(token, derOf(signature));
    }

    @Test
    void halfOfASignatureMayNotBeZero() throws MalformedException {
        var token = Vendor.token(B);
        var signature = Base64Url.decode(token.substring(token.lastIndexOf('.') + 1));

        var withoutR = signature.clone();
        Arrays.fill(withoutR, 0, 32, (byte) 0);
        var withoutS = signature.clone();
        Arrays.fill(withoutS, 32, 64, (byte) 0);

        assertBadSignature(token, withoutR);
        assertBadSignature(token, withoutS);
    }

    @Test
    void aLicenseIsBoundedInSize() {
        var token = Vendor.token(A, Map.of("filler", "x".repeat(32 * 1024)));

        assertThat(refused(verify(token)))
                .isEqualTo(
                        new Verification.Refused(Reason.MALFORMED, "A signed license has at most 32768 characters."));
    }

    @Test
    void aLicenseIsBoundedInDepth() {
        var deep = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
        var payload = "{\"deep\":" + deep + "}";

        var token = new LicenseSigner(A).sign(Json.write(Vendor.header(A, Map.of())), payload);

        assertThat(refused(verify(token)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused(verify(token)).detail()).startsWith("The payload cannot be read.");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAProblemOfItsOwn(Reason reason) {
        assertThat(reason.problemName()).matches("license(-[a-z]+)+");
        assertThat(reason.title()).isNotBlank();
        assertThat(Arrays.stream(Reason.values()).map(Reason::problemName)).doesNotHaveDuplicates();
    }

    private static void assertBadSignature(String token, byte[] signature) {
        var changed = token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(signature);
        assertThat(refused(verify(changed)).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    /** r and s as two INTEGERs in a SEQUENCE, as most other formats have them. */
    private static byte[] derOf(byte[] signature) {
        var der = new byte[72];
        der[0] = 0x30;
        der[1] = 70;
        der[2] = 0x02;
        der[3] = 33;
        System.arraycopy(signature, 0, der, 5, 32);
        der[37] = 0x02;
        der[38] = 33;
        System.arraycopy(signature, 32, der, 40, 32);
        return der;
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Verification verify(String token) {
        return Vendor.verifier().verify(token, TENANT, Optional.empty());
    }

    private static void assertAccepted(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Accepted.class);
    }

    private static Verification.Accepted accepted(Verification verification) {
        assertAccepted(verification);
        return (Verification.Accepted) verification;
    }

    private static Verification.Refused refused(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Refused.class);
        return (Verification.Refused) verification;
    }
}
