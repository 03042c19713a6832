package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenPermissionsTest {
    record Row(
            String description,
            @Nullable Object organization,
            String permission,
            @Nullable Boolean allowed) {}

    static Stream<Named<Row>> rows() throws IOException {
        try (var table = TokenPermissionsTest.class.getResourceAsStream("/token-decisions.yaml")) {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(table, new TypeReference<List<Row>>() {}).stream()
                            .map(row -> Named.of(row.description(), row));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        Map<String, Object> claims = row.organization() == null ? Map.of() : Map.of("organization", row.organization());

        var said = TokenPermissions.permits(new AccessToken("token", claims), "acme", row.permission());

        assertThat(said).isEqualTo(Optional.ofNullable(row.allowed()));
    }
}
