package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

final class FilterParserTest {
    private static final Table TABLE = Tables.document("grammar.yaml", Table.class);

    record Table(List<Accepted> accepted, List<Fault> faults) {}

    /** @param type null for users */
    record Accepted(String description, @Nullable String type, String filter, String is) implements Tables.Case {}

    /**
     * @param type null for users
     * @param says a part of the sentence, where that matters
     */
    record Fault(
            String description,
            @Nullable String type,
            String filter,
            @Nullable String says) implements Tables.Case {}

    static Stream<Named<Accepted>> accepted() {
        return Tables.named(TABLE.accepted());
    }

    static Stream<Named<Fault>> faults() {
        return Tables.named(TABLE.faults());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsWhatTheGrammarHas(Accepted one) throws ScimException {
        assertThat(NormalForm.of(parse(one.filter(), one.type()))).isEqualTo(one.is());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereTheFaultIs(Fault fault) {
        var marked = Marked.of(fault.filter());

        var refused = refused(marked.text(), fault.type());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).contains(ScimType.INVALID_FILTER);
        assertThat(refused.detail()).endsWith(marked.ending()).contains(fault.says() == null ? "" : fault.says());
    }

    @Test
    void readsTenThousandCharactersAndNoMore() throws ScimException {
        var value = "x".repeat(Lexer.MAX_LENGTH - "title eq \"\"".length());

        assertThat(parse("title eq \"" + value + "\"", null)).isInstanceOf(Filter.Comparison.class);
        assertThat(refused("title eq \"" + value + "x\"", null).detail()).endsWith("(character 10001)");
    }

    @Test
    void readsFiftyParenthesesInOneAnotherAndNoMore() throws ScimException {
        assertThat(NormalForm.of(parse(nested(50), null))).isEqualTo("title pr");
        assertThat(refused(nested(51), null).detail()).endsWith("(character 51)");
    }

    @Test
    void countsBracketsAmongTheParentheses() throws ScimException {
        assertThat(parse("(".repeat(49) + "emails[type pr]" + ")".repeat(49), null))
                .isInstanceOf(Filter.Element.class);
        assertThat(refused("(".repeat(50) + "emails[type pr]" + ")".repeat(50), null)
                        .detail())
                .endsWith("(character 57)");
    }

    @Test
    void parenthesesBesideOneAnotherAreNotDeep() throws ScimException {
        var many = String.join(" or ", Collections.nCopies(60, "(title pr)"));

        assertThat(parse(many, null))
                .isInstanceOfSatisfying(
                        Filter.Or.class, or -> assertThat(or.operands()).hasSize(60));
    }

    @Test
    void readsTwoHundredComparisonsAndNoMore() throws ScimException {
        var most = String.join(" and ", Collections.nCopies(200, "title pr"));

        assertThat(parse(most, null))
                .isInstanceOfSatisfying(
                        Filter.And.class, and -> assertThat(and.operands()).hasSize(200));
        assertThat(refused(most + " and title pr", null).detail()).endsWith("(character " + (most.length() + 6) + ")");
    }

    @Test
    void countsTheComparisonsInBrackets() {
        var most = String.join(" and ", Collections.nCopies(100, "emails[type pr or value pr]"));

        assertThat(refused(most + " and title pr", null).detail()).contains("More than 200 comparisons");
    }

    @Test
    void quotesNoMoreThanTheBeginningOfALongName() {
        assertThat(refused("x".repeat(9_000) + " pr", null).detail()).hasSizeLessThan(200);
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "title pr" + ")".repeat(depth);
    }

    private static Filter parse(String filter, @Nullable String type) throws ScimException {
        return FilterParser.parse(filter, Types.named(type == null ? "User" : type));
    }

    private static ScimException refused(String filter, @Nullable String type) {
        return catchThrowableOfType(ScimException.class, () -> parse(filter, type));
    }
}
