package org.keysteward.audit.integrity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Finding.Type;

/**
 * Rows between two checkpoints, or behind the last, and what is known of them.
 *
 * @param links in the order in which they came
 * @param first the first record that belongs here
 * @param last the last one
 * @param lastHash the hash that the last one has to have, where it is known
 * @param next the row behind it, where there is one
 * @param standing how far the hashes of the rows can be trusted
 */
record Segment(
        List<Link> links,
        long first,
        long last,
        @Nullable Hash lastHash,
        @Nullable Link next,
        Standing standing) {
    enum Standing {
        /** The signed root is that of these hashes: what does not fit them was changed. */
        AUTHENTIC,
        /** The signed root is another one. */
        CONTRADICTED,
        /** There is no root for all of them. */
        UNSIGNED
    }

    Optional<Finding> finding() {
        var finding = chainFinding();
        var disclosure = links.stream().filter(link -> !link.disclosuresHold()).findFirst();
        if (disclosure.isPresent()
                && (finding.isEmpty() || disclosure.get().seq() < finding.get().seq())) {
            return disclosure.map(link ->
                    at(Type.DISCLOSURE_CHANGED, link, "A value is disclosed that the record holds no commitment to."));
        }
        return finding;
    }

    private Optional<Finding> chainFinding() {
        var place = misplaced();
        var broken = firstBroken();
        // A row that came, went or moved breaks the links around it; a link that broke before is something else.
        if (place.isPresent()
                && (broken < 0 || links.get(broken).seq() >= place.get().seq() - 1)) {
            return place;
        }
        if (broken >= 0) {
            return Optional.of(changed(broken));
        }
        if (standing == Standing.CONTRADICTED || endsDifferently()) {
            return Optional.of(Finding.in(
                    Type.CHANGED,
                    first,
                    last,
                    "A record in this range was changed and those behind it were chained anew; which one cannot be"
                            + " told."));
        }
        return Optional.empty();
    }

    private boolean endsDifferently() {
        return lastHash != null
                && !links.isEmpty()
                && !links.get(links.size() - 1).hash().equals(lastHash);
    }

    /** The first row that is not where it belongs, or the first place without a row. */
    private Optional<Finding> misplaced() {
        var expected = first;
        for (var i = 0; i < links.size(); i++) {
            var link = links.get(i);
            if (link.seq() != expected || link.seq() > last) {
                return Optional.of(outOfPlace(link, expected));
            }
            if (link.isElsewhere() && (standing != Standing.AUTHENTIC || isSwapped(link))) {
                return Optional.of(elsewhere(i));
            }
            if (!link.covered()) {
                return Optional.of(at(
                        Type.REMOVED,
                        link,
                        "Its content is gone and no retention checkpoint says that its time was over."));
            }
            expected++;
        }
        return expected <= last ? Optional.of(missing(expected)) : Optional.empty();
    }

    private Finding outOfPlace(Link link, long expected) {
        if (link.seq() > last) {
            return at(Type.INSERTED, link, "There is a record behind the end of the chain.");
        }
        if (link.seq() < expected) {
            return at(Type.INSERTED, link, "Two records have this place.");
        }
        if (links.stream().anyMatch(other -> other.seq() == expected)) {
            return Finding.at(Type.REORDERED, expected, null, "This record stands behind others that come after it.");
        }
        return Finding.at(Type.REMOVED, expected, null, "There is no record here.");
    }

    private Finding missing(long expected) {
        return next == null
                ? Finding.at(
                        Type.TRUNCATED, expected, null, "This record and all behind it are missing; there were more.")
                : Finding.at(Type.REMOVED, expected, null, "There is no record here.");
    }

    /** A row whose content names another place than it has. */
    private Finding elsewhere(int index) {
        var link = links.get(index);
        var shift = link.shift();
        if (isSwapped(link)) {
            return reordered(link);
        }
        var following = following(index);
        var goesOn = following == null || following.shift() == shift;
        if (goesOn && shift > 0 && !isNamed(link.seq(), link)) {
            return Finding.at(
                    Type.REMOVED, link.seq(), null, "There is no record here; those behind it were moved up.");
        }
        if (goesOn && shift < 0 && following != null) {
            return inserted(link.seq() + shift);
        }
        if (following == null && shift == -1) {
            return inserted(link.seq() - 1);
        }
        if (following != null && following.shift() == -1 && isTakenOrFar(link)) {
            return inserted(link.seq());
        }
        return reordered(link);
    }

    private Finding inserted(long seq) {
        var id = links.stream()
                .filter(link -> link.seq() == seq)
                .findFirst()
                .map(Link::id)
                .orElse(null);
        return Finding.at(Type.INSERTED, seq, id, "A record was put in here; those behind it were moved.");
    }

    private static Finding reordered(Link link) {
        return at(Type.REORDERED, link, "The record in this place says that its place is " + link.namedSeq() + ".");
    }

    private boolean isSwapped(Link link) {
        return Stream.concat(links.stream(), Stream.ofNullable(next))
                .anyMatch(other -> other != link
                        && Long.valueOf(other.seq()).equals(link.namedSeq())
                        && Long.valueOf(link.seq()).equals(other.namedSeq()));
    }

    private boolean isNamed(long seq, Link except) {
        return links.stream()
                .anyMatch(other -> other != except && Long.valueOf(seq).equals(other.namedSeq()));
    }

    private boolean isTakenOrFar(Link link) {
        var named = link.seq() + link.shift();
        return named < first || named > last || isNamed(named, link);
    }

    private @Nullable Link following(int index) {
        return links.stream()
                .skip(index + 1L)
                .filter(link -> link.namedSeq() != null)
                .findFirst()
                .orElse(next == null || next.namedSeq() == null ? null : next);
    }

    private int firstBroken() {
        for (var i = 0; i < links.size(); i++) {
            if (!links.get(i).holds()) {
                return i;
            }
        }
        return -1;
    }

    /** What a broken link says: this row's content, its hash, or the row in front of it. */
    private Finding changed(int index) {
        var link = links.get(index);
        if (standing == Standing.AUTHENTIC || index == 0 || isWrongItself(index)) {
            return at(Type.CHANGED, link, "Its content is not what was recorded.");
        }
        var isLast = index == links.size() - 1 && next == null;
        if (isLast && lastHash == null) {
            return at(Type.INSERTED, link, "It does not follow the record in front of it.");
        }
        if (standing == Standing.UNSIGNED) {
            return at(
                    Type.CHANGED,
                    link,
                    "It does not follow the record in front of it: its content was changed, or that one was replaced,"
                            + " content and hash.");
        }
        return at(Type.CHANGED, links.get(index - 1), "It was replaced, content and hash.");
    }

    private boolean isWrongItself(int index) {
        if (index == links.size() - 1 && lastHash != null) {
            return !lastHash.equals(links.get(index).hash());
        }
        var behind = index + 1 < links.size() ? links.get(index + 1) : next;
        return behind != null && !behind.holds();
    }

    private static Finding at(Type type, Link link, String detail) {
        return Finding.at(type, link.seq(), link.id(), detail);
    }
}
