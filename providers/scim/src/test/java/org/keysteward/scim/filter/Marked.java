package org.keysteward.scim.filter;

/**
 * A text with a fault in it; in tables a {@code ^} stands before the fault.
 *
 * @param position of the fault, counted from 1
 */
record Marked(String text, int position) {
    static Marked of(String marked) {
        var mark = marked.indexOf('^');
        if (mark < 0) {
            throw new IllegalArgumentException("No ^ in: " + marked);
        }
        return new Marked(marked.substring(0, mark) + marked.substring(mark + 1), mark + 1);
    }

    /** As sentences end that say where the fault is. */
    String ending() {
        return " (character " + position + ")";
    }
}
