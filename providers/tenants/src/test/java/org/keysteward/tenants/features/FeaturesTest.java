package org.keysteward.tenants.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.tenants.License;
import org.keysteward.tenants.LicenseState;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.OnExpiry;
import org.keysteward.tenants.Plan;
import org.keysteward.tenants.Suspension;
import org.keysteward.tenants.Tables;
import org.keysteward.tenants.Term;

class FeaturesTest {
    private static final String FEATURE = "reports";
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    record RolloutCase(
            @Nullable Integer percentage,
            Rollout.@Nullable By by,
            @Nullable String from,
            @Nullable String until,
            @Nullable Object otherwise) {
        Rollout rollout() {
            return new Rollout(
                    percentage == null ? 100 : percentage,
                    by == null ? Rollout.By.TENANT : by,
                    from == null ? null : Instant.parse(from),
                    until == null ? null : Instant.parse(until),
                    otherwise);
        }
    }

    record FeatureCase(
            String description,
            Object feature,
            @Nullable RolloutCase rollout,
            @Nullable LicenseState license,
            @Nullable OnExpiry onExpiry,
            @Nullable String tenant,
            @Nullable String member,
            @Nullable String now,
            @Nullable Object value,
            Evaluation.Reason reason,
            Evaluation.Variant variant)
            implements Tables.Case {
        Features features() {
            var plan = new Plan(
                    "team",
                    "Team",
                    Limits.NONE,
                    Map.of(FEATURE, feature),
                    rollout == null ? Map.of() : Map.of(FEATURE, rollout.rollout()),
                    0,
                    onExpiry == null ? OnExpiry.NO_GROWTH : onExpiry,
                    true);
            return new Features(
                    licensed(plan, license == null ? LicenseState.ACTIVE : license), tenant == null ? "acme" : tenant);
        }
    }

    static Stream<Named<FeatureCase>> cases() {
        return Tables.read("features.yaml", FeatureCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void evaluates(FeatureCase one) {
        var now = one.now() == null ? NOW : Instant.parse(one.now());

        assertThat(one.features().evaluate(FEATURE, one.member(), now))
                .contains(new Evaluation(one.value(), one.reason(), one.variant()));
        assertThat(one.features().evaluateAll(one.member(), now))
                .isEqualTo(Map.of(FEATURE, new Evaluation(one.value(), one.reason(), one.variant())));
    }

    @ParameterizedTest
    @EnumSource(LicenseState.class)
    void whatNeitherPlanNorTenantHasIsNotThere(LicenseState state) {
        var features = new Features(licensed(plan(Map.of(), Map.of()), state), "acme");

        assertThat(features.evaluate(FEATURE, "alice", NOW)).isEmpty();
        assertThat(features.evaluateAll("alice", NOW)).isEmpty();
        assertThat(features.asksForMember(FEATURE, NOW)).isFalse();
    }

    @Test
    void aMemberIsAskedForWhileARollOutByMemberRuns() {
        var byMember = new Rollout(50, Rollout.By.MEMBER, null, NOW, null);
        var plan = plan(
                Map.of("early", true, "all", true, "some", true),
                Map.of("early", byMember, "some", new Rollout(50, Rollout.By.TENANT, null, null, null)));
        var active = new Features(licensed(plan, LicenseState.ACTIVE), "acme");

        assertThat(active.asksForMember("early", NOW.minusMillis(1))).isTrue();
        assertThat(active.asksForMember("early", NOW)).isFalse();
        assertThat(active.asksForMember("all", NOW)).isFalse();
        assertThat(active.asksForMember("some", NOW)).isFalse();
        assertThat(new Features(licensed(plan, LicenseState.SUSPENDED), "acme")
                        .asksForMember("early", NOW.minusMillis(1)))
                .isFalse();
    }

    @Test
    void aTenantsOwnValueAndRollOutStandInForThePlans() {
        var plan = plan(Map.of(FEATURE, "basic", "other", 1), Map.of());
        var overrides = new License.Overrides(
                Limits.NONE,
                Map.of(FEATURE, "full"),
                Map.of(FEATURE, new Rollout(0, Rollout.By.TENANT, null, null, "trial")));
        var features =
                new Features(new License(plan, License.Source.ADMINISTRATOR, overrides, Term.UNLIMITED, null), "acme");

        assertThat(features.evaluate(FEATURE, null, NOW))
                .contains(new Evaluation("trial", Evaluation.Reason.SPLIT, Evaluation.Variant.OTHERWISE));
        assertThat(features.evaluate("other", null, NOW))
                .contains(new Evaluation(1, Evaluation.Reason.STATIC, Evaluation.Variant.DEFAULT));
    }

    static License licensed(Plan plan, LicenseState state) {
        var term = switch (state) {
            case ACTIVE, SUSPENDED -> Term.UNLIMITED;
            case TRIAL -> new Term(NOW.plusSeconds(1), null, 0);
            case GRACE -> new Term(null, NOW, 1);
            case EXPIRED -> new Term(null, NOW, 0);
        };
        return new License(
                plan,
                License.Source.ADMINISTRATOR,
                License.Overrides.NONE,
                term,
                state == LicenseState.SUSPENDED ? new Suspension(NOW, "unpaid") : null);
    }

    private static Plan plan(Map<String, Object> features, Map<String, Rollout> rollouts) {
        return new Plan("team", "Team", Limits.NONE, features, rollouts, 0, OnExpiry.NO_GROWTH, true);
    }
}
