package org.keysteward.scim.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * In which order operations are done: as they stand, but for what another one refers to, which comes before it. Where
 * resources refer to each other in a circle, one of them is made without what it refers to, and gets it at the end.
 */
public final class BulkPlan {
    private final Map<String, BulkOperation> makers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> completions = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();
    private final Map<Integer, Set<String>> references = new HashMap<>();

    private BulkPlan(List<BulkOperation> operations) {
        for (var operation : operations) {
            if (operation.method() == BulkOperation.Method.POST && operation.bulkId() != null) {
                makers.put(operation.bulkId(), operation);
            }
        }
    }

    /**
     * One thing to do.
     *
     * @param later bulkIds that are left out for now: of a resource in a circle
     * @param completing whether this is the end of such an operation
     */
    public record Step(BulkOperation operation, Set<String> later, boolean completing) {
        public Step {
            later = Set.copyOf(later);
        }

        /** The path with ids in the place of references. */
        public String path(Map<String, String> ids) {
            return References.resolved(operation.path(), ids);
        }

        /**
         * The data with ids in the place of references.
         *
         * @throws ScimException {@code invalidValue} where something is referred to that there is not
         */
        public ObjectNode data(Map<String, String> ids) throws ScimException {
            var sent = operation.data() == null ? JsonNodeFactory.instance.objectNode() : operation.data();
            var now = completing || later.isEmpty() ? sent : References.without(sent, later::contains);
            for (var reference : References.of(operation)) {
                if (!ids.containsKey(reference) && (completing || !later.contains(reference))) {
                    throw ScimException.of(
                            ScimType.INVALID_VALUE,
                            "bulkId:" + reference + " refers to nothing that was made in this request.");
                }
            }
            return (ObjectNode) References.resolved(now, ids);
        }
    }

    public static List<Step> of(BulkRequest request) {
        var plan = new BulkPlan(request.operations());
        request.operations().forEach(plan::add);
        plan.steps.addAll(plan.completions);
        return List.copyOf(plan.steps);
    }

    /** Depth first, without recursion: a request may be one long chain. */
    private void add(BulkOperation first) {
        if (done.contains(first.index())) {
            return;
        }
        var stack = new ArrayList<BulkOperation>(List.of(first));
        var open = new HashSet<Integer>(Set.of(first.index()));
        while (!stack.isEmpty()) {
            var current = stack.get(stack.size() - 1);
            var next = references(current).stream()
                    .map(makers::get)
                    .filter(maker -> maker != null && !done.contains(maker.index()) && !open.contains(maker.index()))
                    .findFirst();
            if (next.isPresent()) {
                stack.add(next.get());
                open.add(next.get().index());
            } else {
                stack.remove(stack.size() - 1);
                finish(current);
            }
        }
    }

    /** Looked for once: data may be long, and have many. */
    private Set<String> references(BulkOperation operation) {
        return references.computeIfAbsent(operation.index(), index -> References.of(operation));
    }

    private void finish(BulkOperation operation) {
        var later = new HashSet<String>();
        for (var reference : references(operation)) {
            var maker = makers.get(reference);
            if (maker != null && !done.contains(maker.index())) {
                later.add(reference);
            }
        }
        done.add(operation.index());
        steps.add(new Step(operation, later, false));
        if (!later.isEmpty() && operation.method() == BulkOperation.Method.POST) {
            completions.add(new Step(operation, later, true));
        }
    }
}
