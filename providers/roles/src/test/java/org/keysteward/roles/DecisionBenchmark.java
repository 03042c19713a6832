package org.keysteward.roles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A person with 20 assignments in a hierarchy of 200 roles and 2,000 permissions: {@code mvn -Pbenchmark -pl
 * providers/roles -am test}.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class DecisionBenchmark {
    private static final int PERMISSIONS = 2000;
    private static final int ROLES = 200;
    private static final int ASSIGNMENTS = 20;
    private static final int QUESTIONS = 1024;

    private Holdings holdings;
    private List<String> questions;
    private AssignmentPath path;
    private long now;
    private int next;

    @Setup
    public void compose() {
        var random = new Random(7);
        var keys = IntStream.range(0, PERMISSIONS)
                .mapToObj(number -> "resource" + number / 10 + ".action" + number % 10)
                .toList();
        var roles = new ArrayList<Role>();
        for (var number = 0; number < ROLES; number++) {
            var grants = new HashSet<Grant>();
            for (var grant = 0; grant < 8; grant++) {
                grants.add(new Grant(keys.get(random.nextInt(PERMISSIONS))));
            }
            grants.add(new Grant("resource" + random.nextInt(PERMISSIONS / 10) + ".*"));
            var parents = number == 0 ? List.<String>of() : List.of("role" + random.nextInt(number));
            roles.add(Role.of("role" + number, number % 40, grants, parents, Role.Origin.REALM));
        }
        var graph = RoleGraph.of(roles, PermissionCatalogue.of(keys, List.of(), false));
        var assignments = new ArrayList<Assignment>();
        for (var number = 0; number < ASSIGNMENTS; number++) {
            assignments.add(new Assignment(
                    "a" + number,
                    "role" + random.nextInt(ROLES),
                    Assignment.Reach.TENANT,
                    AssignmentPath.of(number % 4 == 0 ? "workspace/w" + number : ""),
                    number % 3 == 0
                            ? new Validity(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"))
                            : Validity.ALWAYS,
                    Assignment.Source.MANUAL,
                    null));
        }
        holdings = Holdings.of(graph, assignments);
        questions = IntStream.range(0, QUESTIONS)
                .mapToObj(number -> keys.get(random.nextInt(PERMISSIONS)))
                .toList();
        path = AssignmentPath.of("workspace/w4/team");
        now = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();
    }

    /** Some are allowed by the first assignment, and most by none. */
    @Benchmark
    public boolean decide() {
        next = (next + 1) % QUESTIONS;
        return holdings.permits(questions.get(next), path, now);
    }
}
