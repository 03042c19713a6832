package org.keysteward.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
    private static final String K = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String ENC = "{\"kty\":\"oct\",\"use\":\"enc\",\"kid\":\"e\",\"k\":\"" + K + "\"}";
    /** RFC 8037, appendix A. */
    private static final String SIG = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"kid\":\"s\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    @Test
    void theFirstOfEachUseIsTheOneForWhatIsNew() {
        var keys = KeyFile.generate("2025").withNewEncryptionKey("2026-enc").withNewSigningKey("2026-sig");

        var read = KeyFile.parse(keys.toJson());

        assertThat(read.encryptionKeys()).extracting(EncryptionKey::kid).containsExactly("2026-enc", "2025-enc");
        assertThat(read.signingKeys()).extracting(SigningKey::kid).containsExactly("2026-sig", "2025-sig");
        assertThat(read.encryptionKeys()).isEqualTo(keys.encryptionKeys());
        assertThat(read.encryptionKeys().get(0).key().getEncoded()).hasSize(32);
        var message = "message".getBytes(StandardCharsets.UTF_8);
        assertThat(keys.publicKeys()
                        .find("2025-sig")
                        .orElseThrow()
                        .verifies(message, read.signingKeys().get(1).sign(message)))
                .isTrue();
    }

    @Test
    void keepsItsSecretsToItself() {
        var keys = KeyFile.parse("{\"keys\":[" + ENC + "," + SIG + "]}");

        assertThat(keys.toString() + keys.encryptionKeys() + keys.signingKeys())
                .contains("e", "s")
                .doesNotContain(K, "nWGxne");
        assertThat(keys.publicKeys().toJson()).contains("11qYAYKxCrfVS").doesNotContain(K, "nWGxne", "\"d\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | Not a JWK set: Not strict JSON.",
                "{} | A JWK set has its keys in the array 'keys'.",
                "{'keys':[1]} | Key 1 of the file is not a JSON object.",
                "{'keys':[]} | The file has no key with the use 'enc'.",
                "{'keys':[ENC]} | The file has no key with the use 'sig'.",
                "{'keys':[ENC,SIG,ENC]} | Key 3 of the file, member kid: Another key in front of it has the same kid.",
                "{'keys':[{'kty':'oct','kid':'a','k':'K'}]} | Key 1 of the file, member use: The member use is needed, as a text.",
                "{'keys':[{'kty':'oct','use':'wrap','kid':'a','k':'K'}]} | Key 1 of the file, member use: A key is there to encrypt ('enc') or to sign ('sig').",
                "{'keys':[{'kty':'oct','use':'enc','k':'K'}]} | Key 1 of the file, member kid: The member kid is needed, as a text.",
                "{'keys':[{'kty':'oct','use':'enc','kid':'a','k':'AAEC'}]} | Key 1 of the file, member k: These must be 32 bytes.",
                "{'keys':[{'kty':'oct','use':'enc','kid':'a','k':'K='}]} | Key 1 of the file, member k: Not canonical base64url.",
                "{'keys':[{'kty':'oct','use':'sig','kid':'a','k':'K'}]} | Key 1 of the file, member d: This is not a private key: the member d is missing.",
                "{'keys':[ENC,{'kty':'OKP','crv':'Ed25519','use':'sig','kid':'s','d':'K','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}]} | Key 2 of the file, member d: The private part does not belong to the public one.",
                "{'keys':[{'kty':'EC','use':'enc','kid':'a'}]} | Key 1 of the file, member kty: A key with the use 'enc' is of the type 'oct'.",
            })
    void saysWhatIsWrong(String file, String message) {
        var text =
                file.replace('\'', '"').replace("ENC", ENC).replace("SIG", SIG).replace("\"K", "\"" + K);

        assertThatThrownBy(() -> KeyFile.parse(text))
                .isInstanceOf(KeyFileException.class)
                .hasMessage(message)
                .hasMessageNotContaining(K);
    }

    @Test
    void aKidIsGivenOnce() {
        var keys = KeyFile.generate("2026");

        assertThatThrownBy(() -> keys.withNewSigningKey("2026-enc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretKeyIsNotTakenForAPublicOne() {
        assertThatThrownBy(() -> VerificationKeys.parse("{\"keys\":[" + SIG + "]}"))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("no longer secret")
                .hasMessageNotContaining("nWGxne");
    }
}
