package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoleMappingTest {
    private static final Table TABLE = Tables.document("mappings.yaml", Table.class);

    record Table(List<MappingRow> mappings, List<MappingCase> cases) {}

    record MappingRow(String id, String source, @Nullable String identityProvider, String group, String role) {
        RoleMapping mapping() {
            return new RoleMapping(id, sourceOf(source), identityProvider, group, role, AssignmentPath.WHOLE_TENANT);
        }
    }

    record MappingCase(
            String description,
            String source,
            @Nullable String identityProvider,
            List<String> groups,
            List<String> deciding)
            implements Tables.Case {}

    static Stream<Named<MappingCase>> cases() {
        return Tables.named(TABLE.cases());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMostSpecificDecides(MappingCase one) {
        var mappings = TABLE.mappings().stream().map(MappingRow::mapping).toList();

        var deciding = RoleMapping.deciding(mappings, sourceOf(one.source()), one.identityProvider(), one.groups());

        assertThat(deciding).extracting(RoleMapping::id).containsExactlyElementsOf(one.deciding());
    }

    private static RoleMapping.Source sourceOf(String text) {
        return RoleMapping.Source.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
