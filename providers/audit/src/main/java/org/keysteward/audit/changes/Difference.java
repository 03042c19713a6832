package org.keysteward.audit.changes;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two JSON trees.
 *
 * <ul>
 *   <li>Objects are compared member by member. A member that is null and one that is not there are the same.
 *   <li>The order of a list means nothing: in Keycloak's representations most lists are sets, and are written in any
 *       order. Elements are matched by the first of {@code id}, {@code alias} and {@code name} that all of them have and
 *       that is different in each, and by value where there is none.
 *   <li>A place in a list is the one that the element has now, and the one that it had for an element that is gone.
 *   <li>What is new or gone as a whole is one change, but of the whole tree each member is one.
 *   <li>Numbers are the same if they have the same value.
 * </ul>
 */
public final class Difference {
    /** Then there is one more, with the pointer of the whole tree, which says how many are not there. */
    public static final int MOST_CHANGES = 200;

    /** What is deeper is compared as a whole. */
    static final int DEEPEST = 16;

    private static final List<String> KEYS = List.of("id", "alias", "name");

    private final List<Change> changes = new ArrayList<>();
    private int omitted;

    private Difference() {}

    /**
     * @param before null for what was not there
     * @param after null for what is no longer there
     */
    public static List<Change> between(@Nullable Object before, @Nullable Object after) {
        var difference = new Difference();
        if (before == null && after instanceof Map<?, ?> created) {
            difference.objects("", Map.of(), created, DEEPEST);
        } else if (after == null && before instanceof Map<?, ?> removed) {
            difference.objects("", removed, Map.of(), DEEPEST);
        } else {
            difference.values("", before, after, 0);
        }
        return difference.bounded();
    }

    private List<Change> bounded() {
        if (omitted > 0) {
            changes.add(new Change("", null, Map.of("omitted", omitted)));
        }
        return List.copyOf(changes);
    }

    private void values(String pointer, @Nullable Object before, @Nullable Object after, int depth) {
        if (depth < DEEPEST && before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            objects(pointer, old, now, depth);
        } else if (depth < DEEPEST && before instanceof List<?> old && after instanceof List<?> now) {
            lists(pointer, old, now, depth);
        } else if (!Objects.equals(normal(before), normal(after))) {
            found(pointer, before, after);
        }
    }

    private void objects(String pointer, Map<?, ?> before, Map<?, ?> after, int depth) {
        var names = new TreeSet<String>();
        before.keySet().forEach(name -> names.add(String.valueOf(name)));
        after.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (var name : names) {
            values(Pointer.below(pointer, name), before.get(name), after.get(name), depth + 1);
        }
    }

    private void lists(String pointer, List<?> before, List<?> after, int depth) {
        var key = key(before, after);
        if (key.isPresent()) {
            byKey(pointer, before, after, key.get(), depth);
        } else {
            byValue(pointer, before, after);
        }
    }

    private void byKey(String pointer, List<?> before, List<?> after, String key, int depth) {
        var old = new LinkedHashMap<Object, Integer>();
        for (int i = 0; i < before.size(); i++) {
            old.put(member(before.get(i), key), i);
        }
        for (int i = 0; i < after.size(); i++) {
            var was = old.remove(member(after.get(i), key));
            values(place(pointer, i), was == null ? null : before.get(was), after.get(i), depth + 1);
        }
        old.values().forEach(i -> found(place(pointer, i), before.get(i), null));
    }

    private void byValue(String pointer, List<?> before, List<?> after) {
        Map<Object, Deque<Integer>> old = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            old.computeIfAbsent(Optional.ofNullable(normal(before.get(i))), ignored -> new ArrayDeque<>())
                    .add(i);
        }
        var added = new TreeMap<Integer, Object>();
        for (int i = 0; i < after.size(); i++) {
            var same = old.get(Optional.ofNullable(normal(after.get(i))));
            if (same != null && !same.isEmpty()) {
                same.remove();
            } else if (after.get(i) != null) {
                added.put(i, after.get(i));
            }
        }
        var removed = new TreeMap<Integer, Object>();
        for (var places : old.values()) {
            for (var i : places) {
                if (before.get(i) != null) {
                    removed.put(i, before.get(i));
                }
            }
        }
        // What was replaced where it stood is one change: the configuration of a component is full of lists of one.
        var places = new TreeSet<>(removed.keySet());
        places.addAll(added.keySet());
        places.forEach(i -> found(place(pointer, i), removed.get(i), added.get(i)));
    }

    private void found(String pointer, @Nullable Object before, @Nullable Object after) {
        if (changes.size() < MOST_CHANGES) {
            changes.add(new Change(pointer, before, after));
        } else {
            omitted++;
        }
    }

    private static Optional<String> key(List<?> before, List<?> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        return KEYS.stream()
                .filter(key -> identifies(key, before) && identifies(key, after))
                .findFirst();
    }

    private static boolean identifies(String key, List<?> elements) {
        var seen = new HashSet<Object>();
        for (var element : elements) {
            var value = element instanceof Map<?, ?> object ? object.get(key) : null;
            if (!(value instanceof String || value instanceof Number) || !seen.add(member(element, key))) {
                return false;
            }
        }
        return true;
    }

    private static Object member(@Nullable Object element, String key) {
        var object = (Map<?, ?>) Objects.requireNonNull(element);
        return Objects.requireNonNull(normal(object.get(key)));
    }

    private static String place(String pointer, int index) {
        return Pointer.below(pointer, Integer.toString(index));
    }

    /** The same for what counts as the same. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof Number number) {
            return decimal(number);
        }
        if (value instanceof Map<?, ?> object) {
            var normal = new HashMap<String, Object>();
            object.forEach((name, member) -> {
                var known = normal(member);
                if (known != null) {
                    normal.put(String.valueOf(name), known);
                }
            });
            return normal;
        }
        if (value instanceof List<?> list) {
            var normal = new ArrayList<@Nullable Object>();
            list.forEach(element -> normal.add(normal(element)));
            return normal;
        }
        return value;
    }

    private static Object decimal(Number number) {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
