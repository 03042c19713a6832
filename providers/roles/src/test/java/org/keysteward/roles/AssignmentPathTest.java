package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentPathTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', workspace/emea, true",
        "workspace, workspace, true",
        "workspace, workspace/emea, true",
        "workspace, workspace2, false",
        "workspace, workspace-2/emea, false",
        "workspace/emea, workspace, false",
        "workspace/emea, '', false",
        "workspace, Workspace, false",
    })
    void coversItselfAndWhatIsBelow(String path, String other, boolean covers) {
        assertThat(AssignmentPath.of(path).covers(AssignmentPath.of(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c~d-9", "1/2/3/4/5/6/7/8/9/10"})
    void takesSegmentsWithSlashesBetween(String text) {
        assertThat(AssignmentPath.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a/", "a//b", "a b", "a/*", "ä", "1/2/3/4/5/6/7/8/9/10/11", "a\n"})
    void refusesWhatIsNone(String text) {
        assertThat(AssignmentPath.fault(text)).isPresent();
    }
}
