package org.keysteward.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

class CanonicalJsonTest {
    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbersAreWrittenAsJavaScriptDoes(String bits, String text) {
        assertThat(CanonicalJson.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    /** What Double.toString of Java 17 writes with more digits than are needed. */
    @ParameterizedTest
    @CsvSource({
        "2.0E-3, 0.002",
        "2e23, 2e+23",
        "5.6843418860808015E-14, 5.684341886080802e-14",
        "1e-7, 1e-7",
        "0.1, 0.1"
    })
    void asFewDigitsAreWrittenAsTellANumber(double number, String text) {
        assertThat(CanonicalJson.text(number)).isEqualTo(text);
    }

    @Test
    void membersAreSortedByTheirUtf16CodeUnits() throws MalformedException {
        // RFC 8785, section 3.2.3.
        var value = Json.read("{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet"
                + " With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}");

        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small"
                        + " Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning"
                        + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writesTheExampleOfTheRfc() throws MalformedException {
        // RFC 8785, section 3.2.2 and 3.2.4.
        var value = Json.read("{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"
                + "\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + "\"literals\":[null,true,false]}");

        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsReadBackIsWrittenTheSame(long seed) throws MalformedException {
        var random = new Random(seed);

        for (var round = 0; round < 500; round++) {
            var text = CanonicalJson.text(value(random, 4));

            assertThat(CanonicalJson.text(Json.read(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void everyDoubleReadsBackAsItself(long seed) {
        var random = new Random(seed);

        for (var round = 0; round < 5000; round++) {
            var number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                var text = CanonicalJson.text(number);
                assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0 : number);
                assertThat(new BigDecimal(text).stripTrailingZeros().precision())
                        .isLessThanOrEqualTo(17);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9007199254740993L, -9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 60})
    void aWholeNumberThatADoubleWouldChangeIsRefused(long number) {
        assertThatThrownBy(() -> CanonicalJson.bytes(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {9007199254740991L, -9007199254740991L, 9007199254740992L, 1152921504606847000L, 0})
    void aWholeNumberThatADoubleKeepsIsWritten(long number) {
        assertThat(CanonicalJson.text(number)).isEqualTo(Long.toString(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoJsonNumberIsRefused(double number) {
        assertThatThrownBy(() -> CanonicalJson.bytes(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void halfOfASurrogatePairIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.bytes(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of(text, 1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typesThatMayMeanAnythingAreRefused() {
        for (var value : List.of(1.5f, new BigDecimal("1.5"), 'c', new Object(), Map.of(1, 2))) {
            assertThatThrownBy(() -> CanonicalJson.bytes(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextLong() >> 11;
            case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
            case 2 -> random.nextBoolean();
            case 3 -> text(random);
            case 4 ->
                random.ints(random.nextInt(5))
                        .mapToObj(any -> value(random, depth - 1))
                        .toList();
            default -> {
                var object = new LinkedHashMap<String, Object>();
                for (var i = random.nextInt(6); i > 0; i--) {
                    object.put(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(8); i > 0; i--) {
            var point = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
            text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point);
        }
        return text.toString();
    }
}
