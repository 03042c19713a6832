package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LicenseTest {
    private static final Limits THREE = new Limits(Map.of(Limit.SEATS, 3L));
    private static final Limits FIVE = new Limits(Map.of(Limit.SEATS, 5L));

    private final Plan team = new Plan("team", "Team", THREE, Map.of("sso", true));
    private final Plan free = new Plan("free", "Free", FIVE, Map.of());

    @Test
    void comesFromTheChosenPlan() {
        var license = License.of(Optional.of(team), Optional.of(free), Limits.NONE);

        assertThat(license.limits()).isEqualTo(THREE);
        assertThat(license.features()).containsEntry("sso", true);
        assertThat(license.source()).isEqualTo(License.Source.ADMINISTRATOR);
    }

    @Test
    void comesFromTheRealmsDefaultWhereNobodyChose() {
        var license = License.of(Optional.empty(), Optional.of(free), Limits.NONE);

        assertThat(license.limits()).isEqualTo(FIVE);
        assertThat(license.source()).isEqualTo(License.Source.DEFAULT);
    }

    @Test
    void isUnlimitedWhereThereIsNoPlanAtAll() {
        var license = License.of(Optional.empty(), Optional.empty(), Limits.NONE);

        assertThat(license.seats().seats()).isEmpty();
        assertThat(license.features()).isEmpty();
    }

    @Test
    void overridesWinOverThePlan() {
        var license = License.of(Optional.of(team), Optional.empty(), FIVE);

        assertThat(license.limits()).isEqualTo(FIVE);
    }

    @Test
    void overridesAloneLeaveThePlanToTheRealm() {
        var license = License.of(Optional.empty(), Optional.of(free), THREE);

        assertThat(license.limits()).isEqualTo(THREE);
        assertThat(license.source()).isEqualTo(License.Source.DEFAULT);
    }

    @Test
    void limitsAreNeitherNegativeNorAbsurd() {
        assertThatThrownBy(() -> new Limits(Map.of(Limit.SEATS, -1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(Map.of(Limit.SEATS, Limits.MAXIMUM + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlansKeyIsCheckedWhereverItComesFrom() {
        assertThatThrownBy(() -> new Plan("A plan", "A plan", Limits.NONE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
