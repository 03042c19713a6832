package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.MalformedException;

/** The primitives, by the vectors of the RFCs. */
class SignatureAlgorithmTest {
    private static final String RFC_8037_A_4 =
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijc"
                    + "NR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    private static final String RFC_7515_A_3 =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290I"
                    + "jp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private static final BigInteger ORDER_OF_ED25519 =
            new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

    @Test
    void signsAndVerifiesTheExampleOfRfc8037() throws MalformedException {
        // EdDSA is deterministic: the same bytes come out.
        assertThat(Vendor.A.sign(signed(RFC_8037_A_4))).isEqualTo(signature(RFC_8037_A_4));
        assertThat(Vendor.A.publicKey().verifies(signed(RFC_8037_A_4), signature(RFC_8037_A_4)))
                .isTrue();
    }

    @Test
    void verifiesTheExampleOfRfc7515() throws MalformedException {
        assertThat(Vendor.B.publicKey().verifies(signed(RFC_7515_A_3), signature(RFC_7515_A_3)))
                .isTrue();
    }

    @Test
    void aPublicKeyIsWrittenAsItWasRead() {
        assertThat(Vendor.A.publicKey().toJwk()).containsEntry("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(Vendor.A.toJwk()).containsEntry("d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        assertThat(Vendor.B.publicKey().toJwk())
                .containsEntry("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
                .containsEntry("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        assertThat(Vendor.B.toJwk()).containsEntry("d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
    }

    /** Many, so that leading zeros and both signs of x are among them. */
    @ParameterizedTest
    @EnumSource
    void everyKeySurvivesItsJwk(SignatureAlgorithm algorithm) {
        var message = "message".getBytes(StandardCharsets.UTF_8);

        for (var i = 0; i < 300; i++) {
            var key = LicenseSigningKey.generate("k", algorithm);

            var read = LicenseSigningKey.ofJwk(key.toJwk());

            assertThat(read.publicKey()).isEqualTo(key.publicKey());
            assertThat(LicenseKey.ofJwk(key.publicKey().toJwk()).verifies(message, read.sign(message)))
                    .isTrue();
        }
    }

    @Test
    void aSignatureHasOneFormOnly() throws MalformedException {
        // S and S + L would both satisfy the equation (RFC 8032, section 8.4).
        var signature = signature(RFC_8037_A_4);
        var s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
        var other = P256.unsigned(s.add(ORDER_OF_ED25519), 32);
        var malleated = signature.clone();
        System.arraycopy(reversed(other), 0, malleated, 32, 32);

        assertThat(Vendor.A.publicKey().verifies(signed(RFC_8037_A_4), malleated))
                .isFalse();
    }

    @Test
    void aSignatureStaysBelowTheOrderOfTheGroup() {
        var beyond = new byte[64];
        Arrays.fill(beyond, (byte) 0xFF);

        assertThat(Vendor.B.publicKey().verifies(new byte[1], beyond)).isFalse();
        assertThat(Vendor.A.publicKey().verifies(new byte[1], beyond)).isFalse();
    }

    private static byte[] signed(String compact) {
        return compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] signature(String compact) throws MalformedException {
        return Base64Url.decode(compact.substring(compact.lastIndexOf('.') + 1));
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
