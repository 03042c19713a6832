package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantTest {
    private static final Table TABLE = Tables.document("grants.yaml", Table.class);

    record Table(List<GrantCase> grants, List<String> faults) {}

    record GrantCase(
            String text, List<String> matches, List<String> misses, List<String> covers, List<String> exceeds) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<GrantCase> grants() {
        return TABLE.grants().stream();
    }

    static Stream<String> faults() {
        return TABLE.faults().stream();
    }

    @ParameterizedTest
    @MethodSource("grants")
    void givesWhatItNamesAndNothingElse(GrantCase one) {
        var grant = new Grant(one.text());

        assertThat(one.matches()).allMatch(grant::matches);
        assertThat(one.misses()).noneMatch(grant::matches);
        assertThat(one.covers()).allMatch(other -> grant.covers(new Grant(other)));
        assertThat(one.exceeds()).noneMatch(other -> grant.covers(new Grant(other)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesWhatIsNone(String text) {
        assertThat(Grant.fault(text)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(text));
    }

    @Test
    void isBoundedInLength() {
        var longest = "a." + "b".repeat(Grant.MAX_LENGTH - 2);

        assertThat(Grant.fault(longest)).isEmpty();
        assertThat(Grant.fault(longest + "b")).isPresent();
        assertThat(Grant.fault("a." + "b".repeat(Grant.MAX_LENGTH - 2) + ".*")).isPresent();
    }
}
