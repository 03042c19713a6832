package org.keysteward.audit.integrity;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Finding.Type;

/** The statements of one kind, one behind the other, beside what the anchor has of them. */
final class StatementChain<S extends Statement> {
    private final Class<S> kind;
    private final String realm;
    private final VerificationKeys keys;
    private final boolean fromTheFirst;
    private final Iterator<? extends Signed<?>> anchor;

    private @Nullable S last;
    private @Nullable Signed<?> anchored;
    private long count;

    /** @param fromTheFirst whether the first one that comes has to be number 1 */
    StatementChain(Class<S> kind, String realm, VerificationKeys keys, boolean fromTheFirst, Anchor anchor) {
        this.kind = kind;
        this.realm = realm;
        this.keys = keys;
        this.fromTheFirst = fromTheFirst;
        this.anchor = anchor.statements();
        this.anchored = nextAnchored();
    }

    Optional<Finding> add(Signed<S> signed) {
        var statement = signed.statement();
        var finding = firstFault(signed);
        if (finding.isEmpty()) {
            last = statement;
            count++;
        }
        return finding;
    }

    @Nullable S last() {
        return last;
    }

    long count() {
        return count;
    }

    /** The number of the last one; 0 where none came. */
    long lastNumber() {
        return last == null ? 0 : last.number();
    }

    /** The next one that only the anchor has. */
    Optional<Signed<?>> onlyAnchored() {
        while (anchored != null && anchored.statement().number() <= lastNumber()) {
            anchored = nextAnchored();
        }
        var next = Optional.<Signed<?>>ofNullable(anchored);
        anchored = nextAnchored();
        return next;
    }

    private Optional<Finding> firstFault(Signed<S> signed) {
        var statement = signed.statement();
        if (!statement.realm().equals(realm)) {
            return changed(statement, "It is of another realm.");
        }
        if (keys.find(statement.kid()).isEmpty()) {
            return changed(statement, "The key " + statement.kid() + " is not known.");
        }
        if (!keys.verify(signed)) {
            return changed(statement, "Its signature does not hold.");
        }
        var expected = last != null || fromTheFirst ? lastNumber() + 1 : statement.number();
        if (statement.number() > expected) {
            var seq = last == null ? 1 : last.span().last() + 1;
            return Optional.of(Finding.removed(name(), expected, seq));
        }
        if (statement.number() < expected) {
            return changed(statement, "Another one has its number, or it stands behind later ones.");
        }
        if (last != null && !Objects.equals(last.hash(), statement.previous())) {
            return changed(statement, "It was not made after the one in front of it.");
        }
        return anchorFault(statement);
    }

    private Optional<Finding> anchorFault(S statement) {
        while (anchored != null && anchored.statement().number() <= statement.number()) {
            if (anchored.statement().number() == statement.number()
                    && !anchored.statement().hash().equals(statement.hash())) {
                return changed(statement, "The anchor has another one of this number.");
            }
            anchored = nextAnchored();
        }
        return Optional.empty();
    }

    private Optional<Finding> changed(S statement, String detail) {
        return Optional.of(
                Finding.of(Type.CHECKPOINT_CHANGED, statement, name() + " " + statement.number() + ": " + detail));
    }

    private String name() {
        return kind == Checkpoint.class ? "Checkpoint" : "Retention checkpoint";
    }

    private @Nullable Signed<?> nextAnchored() {
        while (anchor.hasNext()) {
            var signed = anchor.next();
            if (kind.isInstance(signed.statement())
                    && signed.statement().realm().equals(realm)) {
                return signed;
            }
        }
        return null;
    }
}
