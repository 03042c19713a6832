package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerOptionTest {
    private final ServerOption.WholeNumber seconds = new ServerOption.WholeNumber("seconds", "How long.", 5, 1, 60);

    @Test
    void fallsBackToItsDefault() {
        assertThat(seconds.valueOf(null)).isEqualTo(5);
    }

    @Test
    void acceptsItsBounds() {
        assertThat(seconds.valueOf(1)).isEqualTo(1);
        assertThat(seconds.valueOf(60)).isEqualTo(60);
    }

    @Test
    void refusesWhatIsBeyondThem() {
        assertThatThrownBy(() -> seconds.valueOf(61))
                .isInstanceOf(ServerOption.InvalidOptionException.class)
                .hasMessage("Server option seconds accepts 1 to 60, not 61");
        assertThatThrownBy(() -> seconds.valueOf(0)).isInstanceOf(ServerOption.InvalidOptionException.class);
    }

    @Test
    void hasADefaultWithinItsBounds() {
        assertThatThrownBy(() -> new ServerOption.WholeNumber("seconds", "How long.", 0, 1, 60))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
