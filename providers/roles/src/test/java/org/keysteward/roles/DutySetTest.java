package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DutySetTest {
    private static final DutySet TWO_OF_THREE =
            new DutySet("duties", "Duties", new TreeSet<>(Set.of("payer", "approver", "auditor")), 2);

    @Test
    void isBreachedByOneMoreThanItAllows() {
        assertThat(TWO_OF_THREE.breach(List.of("payer", "approver", "other"))).isEmpty();
        assertThat(TWO_OF_THREE.breach(List.of("auditor", "payer", "approver", "other")))
                .map(DutySet.Breach::roles)
                .hasValue(new TreeSet<>(Set.of("payer", "approver", "auditor")));
    }

    @Test
    void aBreachThatWasThereBeforeIsNoNewOne() {
        var before = List.of("payer", "approver", "auditor");

        assertThat(DutySet.newBreach(List.of(TWO_OF_THREE), before, before)).isEmpty();
        assertThat(DutySet.newBreach(List.of(TWO_OF_THREE), List.of("payer", "approver"), before))
                .isPresent();
    }

    @Test
    void aBreachThatGrowsIsANewOne() {
        var set = new DutySet("duties", "Duties", new TreeSet<>(Set.of("payer", "approver", "auditor")), 1);

        assertThat(DutySet.newBreach(
                        List.of(set), List.of("payer", "approver"), List.of("payer", "approver", "auditor")))
                .isPresent();
        assertThat(DutySet.newBreach(
                        List.of(set), List.of("payer", "approver", "auditor"), List.of("payer", "approver")))
                .isEmpty();
    }

    @Test
    void refusesWhatCouldNeverBeBreachedOrAlwaysIs() {
        for (var max : List.of(0, 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DutySet("pair", "Pair", new TreeSet<>(Set.of("a", "b")), max));
        }
    }
}
