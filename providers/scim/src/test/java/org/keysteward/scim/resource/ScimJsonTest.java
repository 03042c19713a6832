package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.scim.ScimException;

class ScimJsonTest {
    private static final int MAX_BYTES = 1_000_000;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ScimException refused(byte[] body) {
        var error = catchThrowableOfType(ScimException.class, () -> ScimJson.parse(body, MAX_BYTES));
        assertThat(error).as("an error").isNotNull();
        return error;
    }

    @Test
    void readsAnObject() throws ScimException {
        var json = ScimJson.parse(utf8("{\"userName\": \"Bjørn \\ud83d\\ude00\", \"n\": 0.10}"), MAX_BYTES);

        assertThat(json.path("userName").textValue()).isEqualTo("Bjørn 😀");
        assertThat(json.path("n").decimalValue()).isEqualTo("0.10");
    }

    @Test
    void writesWhatItReads() throws ScimException {
        var text = "{\"userName\":\"Bjørn 😀\",\"n\":0.10,\"l\":[1,null,true]}";

        assertThat(ScimJson.bytes(ScimJson.parse(utf8(text), MAX_BYTES))).isEqualTo(utf8(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "{",
                "{}}",
                "{} {}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1, \"a\":2}",
                "{\"a\":{\"b\":1, \"b\":1}}",
                "{\"a\":[{\"b\":1, \"\\u0062\":1}]}",
                "// comment\n{}",
                "\uFEFF{}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":[[\"\\ud800\"]]}",
                "{\"a\":\"\\ude00\\ud83d\"}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertThat(Tables.type(refused(utf8(text)))).isEqualTo("invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void refusesOtherEncodings(String charset) {
        assertThat(Tables.type(refused("{\"userName\":\"Bjørn\"}".getBytes(Charset.forName(charset)))))
                .isEqualTo("invalidSyntax");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(refused(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'})
                        .detail())
                .contains("UTF-8");
    }

    @Test
    void saysHowLargeABodyMayBe() {
        var error = refused(utf8("{\"a\":\"" + "x".repeat(MAX_BYTES) + "\"}"));

        assertThat(error.status()).isEqualTo(413);
        assertThat(error.detail()).contains("1000000");
    }

    @Test
    void readsThirtyLevelsAndNoMore() throws ScimException {
        assertThat(ScimJson.parse(utf8(nested(30)), MAX_BYTES)).isNotEmpty();
        assertThat(refused(utf8(nested(31))).detail()).contains("30");
        assertThat(refused(utf8(nested(10_000))).detail()).contains("30");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    @Test
    void boundsNumbers() throws ScimException {
        assertThat(ScimJson.parse(utf8("{\"a\":" + "1".repeat(100) + "}"), MAX_BYTES))
                .hasSize(1);
        assertThat(Tables.type(refused(utf8("{\"a\":" + "1".repeat(101) + "}"))))
                .isEqualTo("invalidSyntax");
        assertThat(Tables.type(refused(utf8("{\"a\":1." + "1".repeat(200) + "}"))))
                .isEqualTo("invalidSyntax");
    }

    @Test
    void boundsNames() {
        assertThat(Tables.type(refused(utf8("{\"" + "a".repeat(2_000) + "\":1}"))))
                .isEqualTo("invalidSyntax");
    }

    @Test
    void takesTextsAsLongAsTheBody() throws ScimException {
        assertThat(ScimJson.parse(utf8("{\"a\":\"" + "x".repeat(900_000) + "\"}"), MAX_BYTES))
                .hasSize(1);
    }

    @Test
    void quotesNothingOfTheBody() {
        assertThat(refused(utf8("{\"password\": s3cret}")).detail())
                .doesNotContain("s3cret")
                .contains("line 1");
    }

    @Test
    void saysThatANameIsTwice() {
        assertThat(refused(utf8("{\"a\":1,\"a\":2}")).detail()).contains("twice");
    }
}
