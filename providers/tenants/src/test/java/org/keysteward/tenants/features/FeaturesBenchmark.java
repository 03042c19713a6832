package org.keysteward.tenants.features;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.keysteward.tenants.License;
import org.keysteward.tenants.LicenseState;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.OnExpiry;
import org.keysteward.tenants.Plan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluations a second, of a license that has been read: {@code mvn -Pbenchmark -pl providers/tenants -am test}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class FeaturesBenchmark {
    private static final int FEATURES = 50;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Rollout TO_SOME = new Rollout(50, Rollout.By.MEMBER, NOW.minusSeconds(1), null, null);

    private final License license = FeaturesTest.licensed(plan(), LicenseState.ACTIVE);
    private final Features features = new Features(license, "0190f1c2-0000-7000-8000-000000000001");
    private int member;

    @Benchmark
    public Optional<Evaluation> plainEntitlement() {
        return features.evaluate("plain-7", "alice", NOW);
    }

    @Benchmark
    public Optional<Evaluation> percentageOfMembers() {
        return features.evaluate("rolled-out-7", "member-" + member++, NOW);
    }

    /** A hundred at once, half of them by percentage; with the merge of plan and overrides. */
    @Benchmark
    public SortedMap<String, Evaluation> allOfALicense() {
        return new Features(license, "0190f1c2-0000-7000-8000-000000000001").evaluateAll("member-" + member++, NOW);
    }

    private static Plan plan() {
        var values = new HashMap<String, Object>();
        var rollouts = new HashMap<String, Rollout>();
        for (var i = 0; i < FEATURES; i++) {
            values.put("plain-" + i, true);
            values.put("rolled-out-" + i, true);
            rollouts.put("rolled-out-" + i, TO_SOME);
        }
        return new Plan("team", "Team", Limits.NONE, Map.copyOf(values), rollouts, 0, OnExpiry.NO_GROWTH, true);
    }
}
