package org.keysteward.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next page starts; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows of which one more than {@code limit} was asked for.
     *
     * @param cursorAfter names the position behind a row
     */
    public static <R, T> Page<T> cut(List<R> rows, int limit, Function<R, T> toItem, Function<R, String> cursorAfter) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursorAfter.apply(shown.get(limit - 1)) : null;
        return new Page<>(shown.stream().map(toItem).toList(), next);
    }
}
