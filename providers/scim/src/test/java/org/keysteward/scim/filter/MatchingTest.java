package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;

final class MatchingTest {
    private static final Table TABLE = Tables.document("matching.yaml", Table.class);

    record Table(Map<String, ObjectNode> resources, List<ResourceCase> cases, List<ElementCase> elements) {}

    /** @param of the resource; null for the person that most rows are about */
    record ResourceCase(String description, @Nullable String of, String filter, boolean matches)
            implements Tables.Case {
        ObjectNode resource() {
            return Objects.requireNonNull(TABLE.resources().get(of == null ? "person" : of));
        }
    }

    record ElementCase(String description, String path, JsonNode element, boolean matches) implements Tables.Case {}

    static Stream<Named<ResourceCase>> cases() {
        return Tables.named(TABLE.cases());
    }

    static Stream<Named<ElementCase>> elements() {
        return Tables.named(TABLE.elements());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void matchesOrDoesNot(ResourceCase one) throws ScimException {
        var type = Types.named("group".equals(one.of()) ? "Group" : "User");

        assertThat(Matching.matches(FilterParser.parse(one.filter(), type), one.resource()))
                .isEqualTo(one.matches());
    }

    @ParameterizedTest
    @MethodSource("elements")
    void anElementIsMeantOrIsNot(ElementCase one) throws ScimException {
        var path = (PatchPath.OfAttribute) PatchPathParser.parse(one.path(), Types.USER);

        assertThat(Matching.matchesElement(Objects.requireNonNull(path.elements()), one.element()))
                .isEqualTo(one.matches());
    }

    @Test
    void aNumberBeyondAllNumbersIsNone() throws ScimException {
        var resource = JsonNodeFactory.instance.objectNode();
        resource.putObject(Types.ACME_URN).put("rate", Double.POSITIVE_INFINITY);

        assertThat(Matching.matches(FilterParser.parse("rate gt 1", Types.USER), resource))
                .isFalse();
    }
}
