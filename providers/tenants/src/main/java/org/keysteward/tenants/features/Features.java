package org.keysteward.tenants.features;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.License;

/** What one tenant's license gives, evaluated for whoever asks. */
public final class Features {
    private final License license;
    private final String tenantId;
    private final Map<String, Object> values;

    /** @param tenantId the organization's id, by which tenants are told apart in a roll-out */
    public Features(License license, String tenantId) {
        this.license = license;
        this.tenantId = tenantId;
        this.values = license.features();
    }

    /**
     * What the feature is for the member at this moment.
     *
     * @param member the user's id, or another key that stands for one; null for nobody in particular
     * @return empty for a feature that neither the plan nor the tenant has
     */
    public Optional<Evaluation> evaluate(String feature, @Nullable String member, Instant now) {
        return Optional.ofNullable(values.get(feature)).map(value -> evaluate(feature, value, member, now));
    }

    /** All of them, by name. */
    public SortedMap<String, Evaluation> evaluateAll(@Nullable String member, Instant now) {
        var evaluations = new TreeMap<String, Evaluation>();
        values.forEach((feature, value) -> evaluations.put(feature, evaluate(feature, value, member, now)));
        return evaluations;
    }

    /** Whether somebody has to be named for the feature to be given at all. */
    public boolean asksForMember(String feature, Instant now) {
        return license.grows(now)
                && license.rollout(feature)
                        .filter(rollout -> rollout.by() == Rollout.By.MEMBER && rollout.runs(now))
                        .isPresent();
    }

    private Evaluation evaluate(String feature, Object value, @Nullable String member, Instant now) {
        // A license that lets nothing grow gives nothing either.
        if (!license.grows(now)) {
            return Evaluation.withheld(value, null, Evaluation.Reason.DISABLED);
        }
        return license.rollout(feature)
                .map(rollout -> evaluate(feature, value, rollout, member, now))
                .orElseGet(() -> Evaluation.given(value, Evaluation.Reason.STATIC));
    }

    private Evaluation evaluate(String feature, Object value, Rollout rollout, @Nullable String member, Instant now) {
        if (!rollout.runs(now)) {
            return Evaluation.withheld(value, rollout.otherwise(), Evaluation.Reason.TARGETING_MATCH);
        }
        if (rollout.splits()) {
            return rollout.includes(feature, tenantId, member)
                    ? Evaluation.given(value, Evaluation.Reason.SPLIT)
                    : Evaluation.withheld(value, rollout.otherwise(), Evaluation.Reason.SPLIT);
        }
        return Evaluation.given(
                value, rollout.isScheduled() ? Evaluation.Reason.TARGETING_MATCH : Evaluation.Reason.STATIC);
    }
}
