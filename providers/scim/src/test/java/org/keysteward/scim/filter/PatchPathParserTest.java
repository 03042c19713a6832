package org.keysteward.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

final class PatchPathParserTest {
    private static final Table TABLE = Tables.document("paths.yaml", Table.class);

    record Table(List<Accepted> accepted, List<Fault> faults) {}

    /** @param type null for users */
    record Accepted(String description, @Nullable String type, String path, String is) implements Tables.Case {}

    /**
     * @param type null for users
     * @param says a part of the sentence, where that matters
     */
    record Fault(
            String description,
            @Nullable String type,
            String path,
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
        assertThat(NormalForm.of(parse(one.path(), one.type()))).isEqualTo(one.is());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereTheFaultIs(Fault fault) {
        var marked = Marked.of(fault.path());

        var refused = refused(marked.text(), fault.type());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).contains(ScimType.INVALID_PATH);
        assertThat(refused.detail()).endsWith(marked.ending()).contains(fault.says() == null ? "" : fault.says());
    }

    @Test
    void hasTheBoundsOfFilters() {
        var deep = "emails[" + "(".repeat(50) + "type pr" + ")".repeat(50) + "]";

        assertThat(refused(deep, null).detail()).endsWith("(character 57)");
        assertThat(refused("x".repeat(10_001), null).detail()).endsWith("(character 10001)");
    }

    private static PatchPath parse(String path, @Nullable String type) throws ScimException {
        return PatchPathParser.parse(path, Types.named(type == null ? "User" : type));
    }

    private static ScimException refused(String path, @Nullable String type) {
        return catchThrowableOfType(ScimException.class, () -> parse(path, type));
    }
}
