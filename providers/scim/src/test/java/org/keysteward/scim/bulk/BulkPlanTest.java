package org.keysteward.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.scim.ScimException;

class BulkPlanTest {
    @Test
    void keepsTheOrderWhereNothingRefersToAnything() {
        assertThat(order(plan(group(0, "a"), group(1, "b"), group(2, "c")))).containsExactly(0, 1, 2);
    }

    @Test
    void makesWhatIsReferredToFirst() {
        assertThat(order(plan(group(0, "a", "b", "c"), group(1, "b", "c"), group(2, "c"))))
                .containsExactly(2, 1, 0);
    }

    @Test
    void pathsReferToo() {
        var patch = new BulkOperation(
                0, BulkOperation.Method.PATCH, "/Groups/bulkId:a", null, null, JsonNodeFactory.instance.objectNode());

        var steps = plan(patch, group(1, "a"));

        assertThat(order(steps)).containsExactly(1, 0);
        assertThat(steps.get(1).path(Map.of("a", "17"))).isEqualTo("/Groups/17");
    }

    @Test
    void circleIsMadeWithoutWhatIsMissingAndCompletedAtTheEnd() throws Exception {
        var steps = plan(group(0, "a", "b", "x"), group(1, "b", "a"));

        assertThat(order(steps)).containsExactly(1, 0, 1);
        assertThat(steps.get(0).later()).containsExactly("a");
        assertThat(steps.get(0).data(Map.of()).path("members")).isEmpty();
        assertThat(steps.get(2).completing()).isTrue();
        assertThat(steps.get(2)
                        .data(Map.of("a", "1", "b", "2"))
                        .at("/members/0/value")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void whatRefersToItselfIsACircleToo() {
        assertThat(order(plan(group(0, "a", "a")))).containsExactly(0, 0);
    }

    @Test
    void circleKeepsWhatAnExtensionSaysOfOtherThings() throws Exception {
        var data = JsonNodeFactory.instance.objectNode();
        var extension = data.putObject("urn:example:extension");
        extension.put("department", "Engines");
        extension.putObject("manager").put("value", "bulkId:a");
        var step = plan(new BulkOperation(0, BulkOperation.Method.POST, "/Users", "a", null, data))
                .get(0);

        assertThat(step.data(Map.of()).toString()).contains("Engines").doesNotContain("manager");
    }

    @Test
    void referenceToNothingIsRefused() {
        var step = plan(group(0, "a", "nobody")).get(0);

        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> step.data(Map.of("a", "1")))
                .withMessageContaining("nobody");
    }

    @Test
    void aLongChainIsNoProblem() {
        var operations = IntStream.range(0, 1000)
                .mapToObj(number -> group(number, "g" + number, "g" + (number + 1)))
                .toArray(BulkOperation[]::new);

        assertThat(order(plan(operations))).hasSize(1000).startsWith(999).endsWith(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everythingIsDoneOnceAndBehindWhatItNeeds(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++) {
            var count = 1 + random.nextInt(12);
            var operations = IntStream.range(0, count)
                    .mapToObj(number -> group(number, "g" + number, some(random, count)))
                    .toArray(BulkOperation[]::new);

            var made = new HashSet<String>();
            var first = new ArrayList<Integer>();
            for (var step : plan(operations)) {
                for (var reference : References.of(step.operation())) {
                    assertThat(made.contains(reference) || step.later().contains(reference))
                            .isTrue();
                }
                made.add(String.valueOf(step.operation().bulkId()));
                if (!step.completing()) {
                    first.add(step.operation().index());
                }
            }
            Collections.sort(first);
            assertThat(first).isEqualTo(IntStream.range(0, count).boxed().toList());
        }
    }

    private static String[] some(Random random, int count) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(ignored -> "g" + random.nextInt(count))
                .toArray(String[]::new);
    }

    private static List<BulkPlan.Step> plan(BulkOperation... operations) {
        return BulkPlan.of(new BulkRequest(null, List.of(operations)));
    }

    private static List<Integer> order(List<BulkPlan.Step> steps) {
        return steps.stream().map(step -> step.operation().index()).toList();
    }

    private static BulkOperation group(int index, @Nullable String bulkId, String... members) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        var array = data.putArray("members");
        for (var member : members) {
            array.addObject().put("value", "bulkId:" + member);
        }
        return new BulkOperation(index, BulkOperation.Method.POST, "/Groups", bulkId, null, data);
    }
}
