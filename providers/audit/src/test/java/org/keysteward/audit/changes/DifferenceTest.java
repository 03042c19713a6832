package org.keysteward.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {
    record DifferenceCase(
            String description,
            @Nullable Object before,
            @Nullable Object after,
            List<Changed> changes) implements Tables.Case {}

    record Changed(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {
        static Changed of(Change change) {
            return new Changed(change.pointer(), change.before(), change.after());
        }
    }

    static Stream<Named<DifferenceCase>> cases() {
        return Tables.read("differences.yaml", DifferenceCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatDiffers(DifferenceCase one) {
        var changes = Difference.between(one.before(), one.after());

        assertThat(changes.stream().map(Changed::of)).containsExactlyElementsOf(one.changes());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingDiffersFromItself(DifferenceCase one) {
        assertThat(Difference.between(one.before(), one.before())).isEmpty();
        assertThat(Difference.between(one.after(), one.after())).isEmpty();
    }

    @Test
    void saysHowManyAreOmitted() {
        var before = IntStream.range(0, 100_000).boxed().collect(Collectors.toMap(i -> "m" + i, i -> (Object) i));

        var changes = Difference.between(before, Map.of());

        assertThat(changes).hasSize(Difference.MOST_CHANGES + 1);
        assertThat(changes.get(Difference.MOST_CHANGES))
                .isEqualTo(new Change("", null, Map.of("omitted", 100_000 - Difference.MOST_CHANGES)));
    }

    @Test
    void asManyAsThereMayBeAreNotOmitted() {
        var before = IntStream.range(0, Difference.MOST_CHANGES).boxed().collect(Collectors.toMap(i -> "m" + i, i ->
                (Object) i));

        assertThat(Difference.between(before, Map.of())).hasSize(Difference.MOST_CHANGES);
    }

    @Test
    void hugeListsThatAreShuffledAreTheSame() {
        var before =
                IntStream.range(0, 100_000).mapToObj(i -> "uri" + i).collect(Collectors.toCollection(ArrayList::new));
        var after = new ArrayList<>(before);
        Collections.reverse(after);

        assertThat(Difference.between(Map.of("l", before), Map.of("l", after))).isEmpty();
    }

    @Test
    void hugeListsOfObjectsAreMatchedByKey() {
        var before = IntStream.range(0, 50_000)
                .mapToObj(i -> Map.<String, Object>of("id", "i" + i, "v", 1))
                .toList();
        var after = new ArrayList<>(before);
        after.set(7, Map.of("id", "i7", "v", 2));
        Collections.reverse(after);

        assertThat(Difference.between(before, after)).containsExactly(new Change("/49992/v", 1, 2));
    }

    @Test
    void whatIsDeepIsComparedAsAWhole() {
        var changes = Difference.between(nested(1_000, "a"), nested(1_000, "b"));

        assertThat(changes).hasSize(1);
        assertThat(Pointer.tokens(changes.get(0).pointer())).hasSize(Difference.DEEPEST);
        assertThat(Difference.between(nested(1_000, "a"), nested(1_000, "a"))).isEmpty();
    }

    private static Object nested(int depth, Object innermost) {
        var value = innermost;
        for (int i = 0; i < depth; i++) {
            value = Map.of("m", value);
        }
        return value;
    }
}
