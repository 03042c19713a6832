package org.keysteward.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    /** @param wanted absent where the value stays as it is */
    record RedactionCase(
            String description,
            @Nullable String resource,
            String pointer,
            @Nullable Object value,
            @Nullable Object wanted)
            implements Tables.Case {}

    static Stream<Named<RedactionCase>> cases() {
        return Tables.read("redactions.yaml", RedactionCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesSecretsOut(RedactionCase one) {
        var redaction = Redaction.of(one.resource() == null ? "COMPONENT" : one.resource());

        var redacted = redaction.redact(one.pointer(), one.value());

        assertThat(redacted).isEqualTo(one.wanted() == null ? one.value() : one.wanted());
    }

    @Test
    void aSecretThatChangedIsAChange() {
        var changes = Difference.between(
                Map.of("config", Map.of("bindCredential", List.of("old"), "bindDn", List.of("cn=x"))),
                Map.of("config", Map.of("bindCredential", List.of("new"), "bindDn", List.of("cn=x"))));

        assertThat(Redaction.of("COMPONENT").apply(changes))
                .containsExactly(new Change("/config/bindCredential/0", Redaction.REDACTED, Redaction.REDACTED));
    }

    @Test
    void onlyTheSideThatHadAValueIsRedacted() {
        var changes = Difference.between(Map.of(), Map.of("secret", "x"));

        assertThat(Redaction.of("CLIENT").apply(changes))
                .containsExactly(new Change("/secret", null, Redaction.REDACTED));
    }

    @Test
    void whatWasUnknownStaysUnknown() {
        var change = new Change("/secret", null, "x", true);

        assertThat(Redaction.of("CLIENT").apply(List.of(change)))
                .containsExactly(new Change("/secret", null, Redaction.REDACTED, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 200})
    void noDepthHidesASecret(int depth) {
        Object value = Map.of("clientSecret", "hunter2");
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("m", value);
        }

        assertThat(String.valueOf(Redaction.of("REALM").redact("/x", value)))
                .doesNotContain("hunter2")
                .contains("redacted");
    }
}
