package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;

/**
 * Which part of a chain is meant: by places in it, or by time, or all of it.
 *
 * @param values what was asked for, by name
 */
record SeqQuestion(@Nullable Long fromSeq, @Nullable Long toSeq, Map<String, String> values) {
    static final List<String> PLACES = List.of("fromSeq", "toSeq");
    static final List<String> TIMES = List.of("from", "to");

    /** A part of the chain; {@code last} is {@code first - 1} where there is nothing in it. */
    record Part(long first, long last) {}

    static SeqQuestion of(Map<String, String> values, FieldErrors errors) {
        var from = place("fromSeq", values, errors);
        var to = place("toSeq", values, errors);
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            errors.add("?fromSeq", "The beginning comes after the end.");
        }
        if ((from.isPresent() || to.isPresent()) && TIMES.stream().anyMatch(values::containsKey)) {
            errors.add("?from", "Say places in the chain or times, and not both.");
        }
        var begins = errors.optionalTime("?from", values.get("from"));
        var ends = errors.optionalTime("?to", values.get("to"));
        if (begins.isPresent() && ends.isPresent() && begins.get().isAfter(ends.get())) {
            errors.add("?from", "The beginning comes after the end.");
        }
        return new SeqQuestion(from.orElse(null), to.orElse(null), values);
    }

    /**
     * The part without a gap in which all lies that was asked for.
     *
     * @param end the last record of the chain
     */
    Part part(Sql sql, String realm, long end, FieldErrors errors) throws SQLException {
        var times = new HourRows(sql, realm)
                .span(
                        errors.optionalTime("?from", values.get("from")).orElse(null),
                        errors.optionalTime("?to", values.get("to")).orElse(null));
        var archived = new ArchiveRows(sql, realm).lastSeq();
        var first = fromSeq == null ? Math.max(times.first(), archived + 1) : fromSeq;
        if (first <= archived) {
            errors.add("?fromSeq", "Records up to " + archived + " are in the archive: audit-verify reads that.");
        }
        var last = Math.min(toSeq == null ? times.last() : toSeq, end);
        if (fromSeq != null && fromSeq > end) {
            errors.add("?fromSeq", "The chain ends with " + end + ".");
        }
        return new Part(first, Math.max(last, first - 1));
    }

    private static Optional<Long> place(String name, Map<String, String> values, FieldErrors errors) {
        var text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            var place = Long.parseLong(text);
            if (place >= 1) {
                return Optional.of(place);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of bounds.
        }
        errors.add("?" + name, "A place in the chain is a number from 1.");
        return Optional.empty();
    }
}
