package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.tenants.features.Rollout;

class LicenseTest {
    private static final Limits THREE = new Limits(Map.of(Limit.SEATS, 3L));
    private static final Limits FIVE = new Limits(Map.of(Limit.SEATS, 5L));
    private static final Rollout HALF = new Rollout(50, Rollout.By.TENANT, null, null, null);

    record StateCase(
            String description,
            @Nullable String startsAt,
            @Nullable String expiresAt,
            int graceDays,
            @Nullable OnExpiry onExpiry,
            boolean suspended,
            String now,
            LicenseState state,
            boolean grows,
            boolean deniesSignIn)
            implements Tables.Case {
        License license() {
            var plan = new Plan(
                    "team",
                    "Team",
                    Limits.NONE,
                    Map.of(),
                    Map.of(),
                    0,
                    onExpiry == null ? OnExpiry.NO_GROWTH : onExpiry,
                    true);
            return new License(
                    plan,
                    License.Source.ADMINISTRATOR,
                    License.Overrides.NONE,
                    new Term(time(startsAt), time(expiresAt), graceDays),
                    suspended ? new Suspension(Instant.EPOCH, "unpaid") : null);
        }

        private static @Nullable Instant time(@Nullable String text) {
            return text == null ? null : Instant.parse(text);
        }
    }

    static Stream<Named<StateCase>> states() {
        return Tables.read("license-states.yaml", StateCase.class);
    }

    @ParameterizedTest
    @MethodSource("states")
    void standsWhereTheClockSays(StateCase one) {
        var license = one.license();
        var now = Instant.parse(one.now());

        assertThat(license.state(now)).isEqualTo(one.state());
        assertThat(license.grows(now)).isEqualTo(one.grows());
        assertThat(license.deniesSignIn(now)).isEqualTo(one.deniesSignIn());
    }

    @Test
    void whatDoesNotGrowReservesNothing() {
        var license = new License(
                null, License.Source.DEFAULT, License.Overrides.NONE, new Term(null, Instant.EPOCH, 0), null);

        assertThat(license.reserve(Limit.SEATS, 0, Instant.EPOCH))
                .isEqualTo(new Reservation.NotInForce(LicenseState.EXPIRED));
    }

    @Test
    void isUnlimitedWhereThereIsNoPlanAtAll() {
        var license = Licenses.of(null, License.Overrides.NONE);

        assertThat(license.limits().of(Limit.SEATS)).isEmpty();
        assertThat(license.features()).isEmpty();
        assertThat(license.invitationsHoldSeats()).isTrue();
    }

    @Test
    void overridesWinOverThePlan() {
        var license = Licenses.of(
                Licenses.plan("team", THREE, Map.of("sso", false, "tier", "small")),
                new License.Overrides(FIVE, Map.of("sso", true), Map.of()));

        assertThat(license.limits()).isEqualTo(FIVE);
        assertThat(license.features()).containsEntry("sso", true).containsEntry("tier", "small");
    }

    @Test
    void anOverriddenFeatureLeavesThePlansRollOutBehind() {
        var plan = new Plan(
                "team",
                "Team",
                THREE,
                Map.of("sso", true, "ai", true),
                Map.of("sso", HALF, "ai", HALF),
                0,
                OnExpiry.ALLOW,
                true);
        var license = Licenses.of(plan, new License.Overrides(Limits.NONE, Map.of("sso", true), Map.of()));

        assertThat(license.rollout("sso")).isEmpty();
        assertThat(license.rollout("ai")).contains(HALF);
        assertThat(license.rollout("unheard-of")).isEmpty();
    }

    @Test
    void limitsAreNeitherNegativeNorAbsurd() {
        assertThatThrownBy(() -> new Limits(Map.of(Limit.SEATS, -1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(Map.of(Limit.SEATS, Limits.MAXIMUM + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTermRunsForward() {
        var later = Instant.EPOCH.plusSeconds(1);

        assertThatThrownBy(() -> new Term(later, Instant.EPOCH, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Term(null, null, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlansKeyIsCheckedWhereverItComesFrom() {
        assertThatThrownBy(() -> Licenses.plan("A plan", Limits.NONE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
