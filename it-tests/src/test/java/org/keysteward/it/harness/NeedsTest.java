package org.keysteward.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final Needs ONE = new Needs(1, DatabaseEngine.POSTGRESQL, List.of());
    private static final Needs TWO = new Needs(2, DatabaseEngine.POSTGRESQL, List.of());
    private static final Needs ONE_WITH_OPTION = new Needs(1, DatabaseEngine.POSTGRESQL, List.of("--log-level=debug"));
    private static final Needs H2 = new Needs(1, DatabaseEngine.H2, List.of());

    @Test
    void putsClassesNextToEachOtherThatCanShareADeployment() {
        assertThat(Stream.of(H2, TWO, ONE_WITH_OPTION, ONE).sorted(Needs.ORDER))
                .containsExactly(ONE, TWO, ONE_WITH_OPTION, H2);
    }

    @Test
    void sharesADeploymentWhateverTheNumberOfNodes() {
        assertThat(ONE.canShareDeploymentWith(TWO)).isTrue();
        assertThat(ONE.canShareDeploymentWith(ONE_WITH_OPTION)).isFalse();
        assertThat(ONE.canShareDeploymentWith(H2)).isFalse();
    }

    @Test
    void readsTheAnnotationOfTheClassAround() {
        assertThat(Needs.of(Annotated.Nested.class)).contains(TWO);
        assertThat(Needs.of(NeedsTest.class)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeProvided() {
        assertThatThrownBy(() -> new Needs(3, DatabaseEngine.POSTGRESQL, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 3");
        assertThatThrownBy(() -> new Needs(2, DatabaseEngine.H2, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("POSTGRESQL");
    }

    @KeycloakTest(nodes = 2)
    private static final class Annotated {
        @org.junit.jupiter.api.Nested
        final class Nested {}
    }
}
