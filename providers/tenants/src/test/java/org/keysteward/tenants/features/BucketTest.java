package org.keysteward.tenants.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seeds make every run the same one: what passes once passes always. */
class BucketTest {
    private static final int MEMBERS = 20_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    /** From another implementation; a change here would deal out every roll-out that is under way anew. */
    @ParameterizedTest
    @CsvSource({
        "sso, acme, , 5402",
        "sso, acme, alice, 5496",
        "ai, acme, alice, 9148",
        "ai, beta, alice, 7811",
        "ai, acme, bob, 7323",
        "größe, acme, älice, 3962",
        "reports, acme, , 9968"
    })
    void neverChanges(String feature, String tenant, @Nullable String member, int number) {
        var bucket = member == null ? Bucket.of(feature, tenant) : Bucket.of(feature, tenant, member);

        assertThat(bucket.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsInAtOnePercentageIsInAtEveryHigherOne(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 1000; i++) {
            var bucket = Bucket.of("feature-" + random.nextInt(10), id(random), id(random));
            var since = IntStream.rangeClosed(0, 100)
                    .filter(bucket::isWithin)
                    .findFirst()
                    .orElseThrow();

            assertThat(IntStream.rangeClosed(since, 100)).allMatch(bucket::isWithin);
            assertThat(bucket.isWithin(0)).isFalse();
            assertThat(bucket.isWithin(100)).isTrue();
        }
    }

    /** Pearson's chi-square over 100 cells: with 99 degrees of freedom it stays below 148.2 in 999 of 1000 cases. */
    @ParameterizedTest
    @MethodSource("seeds")
    void allPlacesAreTakenAlike(long seed) {
        var random = new Random(seed);
        var tenant = id(random);
        var cells = new int[100];

        for (var i = 0; i < MEMBERS; i++) {
            cells[Bucket.of("feature-" + seed, tenant, id(random)).number() / 100]++;
        }

        assertThat(chiSquare(cells)).isLessThan(148.2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 50, 99})
    void aPercentageIsThatShareOfTenantsAndOfMembers(int percentage) {
        var random = new Random(percentage);
        var deviation = 4 * Math.sqrt(MEMBERS * (percentage / 100.0) * (1 - percentage / 100.0));
        var tenants = IntStream.range(0, MEMBERS)
                .filter(number -> Bucket.of("reports", id(random)).isWithin(percentage))
                .count();
        var tenant = id(random);
        var members = IntStream.range(0, MEMBERS)
                .filter(number -> Bucket.of("reports", tenant, id(random)).isWithin(percentage))
                .count();

        assertThat((double) tenants).isBetween(share(percentage) - deviation, share(percentage) + deviation);
        assertThat((double) members).isBetween(share(percentage) - deviation, share(percentage) + deviation);
    }

    /** Of those who have one feature at 50 %, half have another one: the correlation of the two is near zero. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsEarlyForOneFeatureIsNotEarlyForAll(long seed) {
        var random = new Random(seed);
        var tenant = id(random);
        var one = new BitSet();
        var other = new BitSet();

        for (var i = 0; i < MEMBERS; i++) {
            var member = id(random);
            one.set(i, Bucket.of("feature-1", tenant, member).isWithin(50));
            other.set(i, Bucket.of("feature-2", tenant, member).isWithin(50));
        }
        var both = (BitSet) one.clone();
        both.and(other);

        // A quarter has both; four standard deviations of that are 245.
        assertThat(both.cardinality()).isBetween(MEMBERS / 4 - 245, MEMBERS / 4 + 245);
    }

    private static double share(int percentage) {
        return MEMBERS * percentage / 100.0;
    }

    private static double chiSquare(int[] cells) {
        var expected = (double) MEMBERS / cells.length;
        return IntStream.of(cells)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
