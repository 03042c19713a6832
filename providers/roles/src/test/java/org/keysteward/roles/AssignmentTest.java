package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
    @ParameterizedTest
    @ValueSource(strings = {"membership", "invitation", "scim", "idp", "rule", "Request", "requests", ""})
    void whoAssignsCannotSayThatSomethingElseGaveTheRole(String key) {
        assertThat(Assignment.Source.ofAssigner(key)).isEmpty();
    }

    @Test
    void whoAssignsSaysThatItIsByHandOrByRequest() {
        assertThat(Assignment.Source.ofAssigner("manual")).contains(Assignment.Source.MANUAL);
        assertThat(Assignment.Source.ofAssigner("request")).contains(Assignment.Source.REQUEST);
    }

    @Test
    void aRequestAloneNeedsAReason() {
        assertThat(Stream.of(Assignment.Source.values()).filter(Assignment.Source::needsReason))
                .containsExactly(Assignment.Source.REQUEST);
    }
}
