package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final World WORLD = World.read();

    @Test
    void saysWhatIsGainedAndWhatIsLost() {
        var difference = between("ann", "ida");

        assertThat(difference.gains()).containsExactly("billing.read", "billing.refund");
        assertThat(difference.losses()).containsExactly("journeys.drafts.edit");
        assertThat(difference.isNothing()).isFalse();
    }

    @Test
    void namesWildcardsBesideWhatTheyGiveToday() {
        assertThat(between("ann", "ben").gains()).containsExactly("journeys.*", "journeys.archive", "journeys.publish");
    }

    @Test
    void isNothingBetweenTheSame() {
        assertThat(between("cleo", "cleo").isNothing()).isTrue();
        assertThat(between("nobody", "gil").isNothing()).isTrue();
    }

    private static Difference between(String before, String after) {
        return Difference.between(WORLD.of(before), WORLD.of(after), WORLD.instant());
    }
}
