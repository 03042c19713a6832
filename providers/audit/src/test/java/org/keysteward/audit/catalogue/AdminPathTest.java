package org.keysteward.audit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.audit.changes.Tables;

class AdminPathTest {
    record PathCase(
            String description,
            String resource,
            @Nullable String path,
            String type,
            @Nullable String id,
            @Nullable String tenant,
            @Nullable String user)
            implements Tables.Case {}

    static Stream<Named<PathCase>> cases() {
        return Tables.read("admin-paths.yaml", PathCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatItWasAbout(PathCase one) {
        assertThat(AdminPath.parse(one.resource(), one.path()))
                .isEqualTo(new AdminPath(one.type(), one.id(), one.tenant(), one.user()));
    }
}
