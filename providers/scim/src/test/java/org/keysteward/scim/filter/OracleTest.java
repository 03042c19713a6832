package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ScimException;

/** The SCIM SDK of UnboundID reads and answers filters as we do, but for what is listed here. */
final class OracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 500;

    /** What other answer we give, and why. */
    record Difference(String description, String filter, String resource, boolean ours, boolean theirs)
            implements Tables.Case {}

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    "ne holds where one value differs; there, where all do",
                    "emails.type ne \"work\"",
                    "{\"emails\": [{\"type\": \"work\"}, {\"type\": \"home\"}]}",
                    true,
                    false),
            new Difference(
                    "a complex attribute is compared by value (RFC 7643, section 2.4); there, it equals no text",
                    "emails eq \"a\"",
                    "{\"emails\": [{\"value\": \"a\"}]}",
                    true,
                    false),
            new Difference(
                    "an empty text is not there (RFC 7644, table 3); there, it is",
                    "title pr",
                    "{\"title\": \"\"}",
                    false,
                    true),
            new Difference(
                    "an empty element is not there (RFC 7644, table 3); there, it is",
                    "emails pr",
                    "{\"emails\": [{}]}",
                    false,
                    true),
            new Difference("null equals whatever is not there", "title eq null", "{\"title\": \"\"}", true, false),
            new Difference(
                    "a truth may be a text, as Entra ID sends it",
                    "active eq \"True\"",
                    "{\"active\": true}",
                    true,
                    false),
            new Difference(
                    "the URN of users names their attributes (RFC 7644, section 3.10); there, a member of the resource",
                    CoreSchemas.USER_URN + ":title eq \"a\"",
                    "{\"title\": \"a\"}",
                    true,
                    false),
            new Difference(
                    "texts are texts; there, they are times where they look so",
                    "title eq \"2020-01-01T00:00:00Z\"",
                    "{\"title\": \"2020-01-01T01:00:00+01:00\"}",
                    false,
                    true),
            new Difference(
                    "times are as exact as they are written; there, to the millisecond",
                    "meta.created gt \"2020-01-01T00:00:00Z\"",
                    "{\"meta\": {\"created\": \"2020-01-01T00:00:00.000001Z\"}}",
                    true,
                    false));

    /** What we refuse and they do not: they know no schema, want fewer spaces, and let brackets stay open at the end. */
    private static final List<String> STRICTER = List.of(
            "has no attribute",
            "has no sub-attribute",
            "is the name of a schema",
            "is returned to nobody",
            "is compared with",
            "are not compared with",
            "Only eq and ne compare with null",
            "is compared by one of its sub-attributes",
            "The URN of its schema is expected",
            "half a surrogate pair or the character U+0000",
            "A space is expected before this",
            "or a closing bracket is expected");

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    static Stream<Named<Difference>> differences() {
        return Tables.named(DIFFERENCES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameAnswers(long seed) throws Exception {
        var random = new RandomFilters(seed);
        var matches = 0;

        for (var i = 0; i < TRIES; i++) {
            var filter = random.filter();
            var user = random.user();
            var ours = ours(filter, user);
            assertThat(ours).as("%s of %s", filter, user).isEqualTo(theirs(filter, user));
            matches += ours ? 1 : 0;
        }

        // Otherwise the filters would not be worth asking.
        assertThat(matches).isBetween(TRIES / 5, TRIES * 4 / 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsNoFilterThatTheyDoNot(long seed) {
        var random = new RandomFilters(seed);

        for (var i = 0; i < TRIES; i++) {
            var filter = random.mutated(random.filter());
            var refused = refusal(filter);
            if (refused.isEmpty()) {
                assertThat(isReadByThem(filter)).as(filter).isTrue();
            } else if (isReadByThem(filter)) {
                assertThat(STRICTER).as("%s: %s", filter, refused.get()).anyMatch(refused.get()::contains);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differences")
    void answersOtherwiseOnPurpose(Difference difference) throws Exception {
        var resource = (ObjectNode) JSON.readTree(difference.resource());

        assertThat(ours(difference.filter(), resource)).isEqualTo(difference.ours());
        assertThat(theirs(difference.filter(), resource)).isEqualTo(difference.theirs());
    }

    @Test
    void readsASubAttributeBehindBracketsOnPurpose() {
        var filter = "emails[type eq \"work\"].value eq \"a\"";

        assertThat(refusal(filter)).isEmpty();
        assertThat(isReadByThem(filter)).isFalse();
    }

    private static boolean ours(String filter, ObjectNode resource) throws ScimException {
        return Matching.matches(FilterParser.parse(filter, Types.USER), resource);
    }

    private static Optional<String> refusal(String filter) {
        try {
            FilterParser.parse(filter, Types.USER);
            return Optional.empty();
        } catch (ScimException e) {
            return Optional.of(e.detail());
        }
    }

    private static boolean theirs(String filter, ObjectNode resource) throws Exception {
        return com.unboundid.scim2.common.filters.Filter.fromString(filter)
                .visit(new CaseExactEvaluator(), theirTree(resource));
    }

    /** Theirs finds members whatever their case. */
    private static JsonNode theirTree(ObjectNode resource) throws JsonProcessingException {
        return JsonUtils.getObjectReader().readTree(resource.toString());
    }

    /** Besides its own exception, that of a stack or list that is empty means that it could not read the filter. */
    private static boolean isReadByThem(String filter) {
        try {
            com.unboundid.scim2.common.filters.Filter.fromString(filter);
            return true;
        } catch (com.unboundid.scim2.common.exceptions.ScimException | RuntimeException e) {
            return false;
        }
    }

    /** Told which attributes have case; of itself it knows no schema. */
    private static final class CaseExactEvaluator extends FilterEvaluator {
        private static final Set<String> EXACT =
                Set.of("externalid", CoreSchemas.ENTERPRISE_URN.toLowerCase(Locale.ROOT) + ":manager.value");
        private static final AttributeDefinition DEFINITION = new AttributeDefinition.Builder()
                .setType(AttributeDefinition.Type.STRING)
                .setCaseExact(true)
                .build();

        @Override
        protected @Nullable AttributeDefinition getAttributeDefinition(Path path) {
            return EXACT.contains(path.toString().toLowerCase(Locale.ROOT)) ? DEFINITION : null;
        }
    }
}
