package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

final class ReachTest {
    private static final Table TABLE = Tables.document("types.yaml", Table.class);

    record Table(List<Accepted> accepted, List<Fault> faults) {}

    record Accepted(String description, String filter, String users, String groups) implements Tables.Case {}

    /** @param says a part of the sentence, where that matters */
    record Fault(
            String description, String filter, @Nullable String says) implements Tables.Case {}

    static Stream<Named<Accepted>> accepted() {
        return Tables.named(TABLE.accepted());
    }

    static Stream<Named<Fault>> faults() {
        return Tables.named(TABLE.faults());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void findsOfEachTypeWhatItCan(Accepted one) throws ScimException {
        assertThat(parse(one.filter()).stream().map(ReachTest::text)).containsExactly(one.users(), one.groups());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereTheFaultIs(Fault fault) {
        var marked = Marked.of(fault.filter());

        var refused = catchThrowableOfType(ScimException.class, () -> parse(marked.text()));

        assertThat(refused.type()).contains(ScimType.INVALID_FILTER);
        assertThat(refused.detail()).endsWith(marked.ending()).contains(fault.says() == null ? "" : fault.says());
    }

    /** Of a group, whatever users alone have is not there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheGroupsThatTheFilterMatches(long seed) throws ScimException {
        var filters = new RandomFilters(seed);
        for (var i = 0; i < 500; i++) {
            var text = filters.filter();
            var group = filters.group();

            assertThat(finds(parse(text).get(1), group))
                    .as("%s of %s", text, group)
                    .isEqualTo(Matching.matches(FilterParser.parse(text, Types.USER), group));
        }
    }

    private static boolean finds(Reach reach, ObjectNode group) {
        return reach instanceof Reach.Some some
                ? Matching.matches(some.filter(), group)
                : reach instanceof Reach.Everybody;
    }

    private static List<Reach> parse(String filter) throws ScimException {
        return FilterParser.parse(filter, List.of(Types.USER, Types.GROUP));
    }

    private static String text(Reach reach) {
        if (reach instanceof Reach.Some some) {
            return NormalForm.of(some.filter());
        }
        return reach instanceof Reach.Everybody ? "all" : "none";
    }
}
