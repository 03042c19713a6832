package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Whatever is sent is read or refused, and what is read can be asked of any resource. */
final class FuzzTest {
    private static final int TRIES = 1_000;
    private static final int MEGABYTE = 1_000_000;

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noiseIsRefused(long seed) {
        var random = new RandomFilters(seed);

        for (var i = 0; i < TRIES; i++) {
            readOrRefused(random.noise(), random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void piecesOfFiltersAreReadOrRefused(long seed) {
        var random = new RandomFilters(seed);

        for (var i = 0; i < TRIES; i++) {
            readOrRefused(random.jumble(), random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changedFiltersAreReadOrRefused(long seed) {
        var random = new RandomFilters(seed);

        for (var i = 0; i < TRIES; i++) {
            readOrRefused(random.mutated(random.filter()), random);
        }
    }

    static Stream<Named<Supplier<String>>> large() {
        return Stream.of(
                large("parentheses", () -> "(".repeat(MEGABYTE)),
                large("negations", () -> "not (".repeat(MEGABYTE / 5)),
                large("brackets", () -> "emails[".repeat(MEGABYTE / 7)),
                large("spaces", () -> " ".repeat(MEGABYTE)),
                large("a name", () -> "x".repeat(MEGABYTE)),
                large("dots", () -> "name" + ".".repeat(MEGABYTE)),
                large("colons", () -> "urn" + ":".repeat(MEGABYTE)),
                large("a text", () -> "title eq \"" + "x".repeat(MEGABYTE) + "\""),
                large("backslashes", () -> "title eq \"" + "\\".repeat(MEGABYTE)),
                large("digits", () -> "urn:example:acme:2.0:User:floor eq " + "9".repeat(MEGABYTE)),
                large("conditions", () -> "title pr and ".repeat(MEGABYTE / 13) + "title pr"));
    }

    @ParameterizedTest
    @MethodSource("large")
    void whatIsTooLargeIsRefused(Supplier<String> large) {
        var text = large.get();

        assertThat(isRead(() -> FilterParser.parse(text, Types.USER), text, ScimType.INVALID_FILTER))
                .isFalse();
        assertThat(isRead(() -> PatchPathParser.parse(text, Types.USER), text, ScimType.INVALID_PATH))
                .isFalse();
    }

    /** As large as may be, so that it is not the length that is refused. */
    @ParameterizedTest
    @MethodSource("large")
    void whatIsAlmostTooLargeIsReadOrRefused(Supplier<String> large) {
        readOrRefused(large.get().substring(0, Lexer.MAX_LENGTH), new RandomFilters(0));
    }

    private static Named<Supplier<String>> large(String of, Supplier<String> text) {
        return Named.of(of, text);
    }

    private static void readOrRefused(String text, RandomFilters random) {
        for (var type : List.of(Types.USER, Types.GROUP)) {
            isRead(
                    () -> Matching.matches(FilterParser.parse(text, type), random.user()),
                    text,
                    ScimType.INVALID_FILTER);
            isRead(() -> NormalForm.of(PatchPathParser.parse(text, type)), text, ScimType.INVALID_PATH);
        }
    }

    private interface Reading {
        Object read() throws ScimException;
    }

    private static boolean isRead(Reading reading, String text, ScimType refusal) {
        try {
            return reading.read() != null;
        } catch (ScimException e) {
            assertThat(e.type()).contains(refusal);
            assertThat(position(e)).as(e.detail()).isBetween(1, text.length() + 1);
            return false;
        }
    }

    private static int position(ScimException refused) {
        var detail = refused.detail();
        return Integer.parseInt(detail.substring(detail.lastIndexOf(' ') + 1, detail.length() - 1));
    }
}
