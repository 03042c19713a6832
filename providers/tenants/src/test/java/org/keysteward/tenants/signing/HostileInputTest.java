package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** Whatever arrives, the answer is a refusal and never an exception. The seeds make every run the same. */
class HostileInputTest {
    private static final int ROUNDS = 500;

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aLicenseWithOneBitFlippedIsRefused(String kid) {
        var token = Vendor.token(Vendor.key(kid)).getBytes(StandardCharsets.US_ASCII);
        var random = new Random(8037);

        for (var round = 0; round < ROUNDS; round++) {
            var changed = token.clone();
            var position = random.nextInt(changed.length);
            changed[position] ^= (byte) (1 << random.nextInt(8));

            assertRefused(new String(changed, StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aLicenseWithOneBitFlippedBelowItsEncodingIsRefused(String kid) throws MalformedException {
        var parts = Vendor.token(Vendor.key(kid)).split("\\.", -1);
        var random = new Random(7515);

        for (var round = 0; round < ROUNDS; round++) {
            var changed = parts.clone();
            var part = random.nextInt(parts.length);
            var bytes = Base64Url.decode(parts[part]);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            changed[part] = Base64Url.encode(bytes);

            assertRefused(String.join(".", changed));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomCharactersAreRefused(long seed) {
        var random = new Random(seed);

        for (var round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);

            assertRefused(new String(bytes, StandardCharsets.ISO_8859_1));
            assertRefused(new String(bytes, StandardCharsets.UTF_8));
            assertRefused(new String(bytes, StandardCharsets.UTF_16));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void randomBytesInTheFormOfAJwsAreRefused(long seed) {
        var random = new Random(seed);

        for (var round = 0; round < ROUNDS; round++) {
            assertRefused(part(random) + "." + part(random) + "." + part(random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void signedRubbishIsRefused(long seed) {
        var random = new Random(seed);
        var good = Json.write(Vendor.claims(Map.of()));
        var header = Json.write(Vendor.header(Vendor.A, Map.of()));
        var pieces = "{}[]\":,\\0123456789.eE+-tfn\u0000\n é\uD83D";

        for (var round = 0; round < ROUNDS / 5; round++) {
            var payload = new StringBuilder(good);
            // The first brace goes and stays away, so that it cannot be a license by accident.
            payload.setCharAt(0, pieces.charAt(1 + random.nextInt(pieces.length() - 1)));
            for (var change = random.nextInt(5); change > 0; change--) {
                payload.setCharAt(
                        1 + random.nextInt(good.length() - 1), pieces.charAt(random.nextInt(pieces.length())));
            }

            assertRefused(new LicenseSigner(Vendor.A).sign(header, payload.toString()));
        }
    }

    private static String part(Random random) {
        var bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private static void assertRefused(String token) {
        assertThat(Vendor.verifier().verify(token, Vendor.TENANT, Optional.empty()))
                .as(token)
                .isInstanceOf(Verification.Refused.class);
    }
}
