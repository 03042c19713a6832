package org.keysteward.audit.keycloak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.Draft;

/**
 * What the session's transaction has done so far. It is written with the transaction: neither is there without the
 * other. What was merely noticed in Keycloak's model is left out where somebody else in the same transaction says it.
 */
final class Pending {
    private static final Logger LOG = Logger.getLogger(Pending.class);
    private static final String ATTRIBUTE = "keysteward.audit.pending";

    /** Something that has happened, and what becomes of it. */
    private record Waiting(Draft draft, Lasting lasting, List<String> unlessSaid) {
        boolean isNoticed() {
            return !unlessSaid.isEmpty();
        }
    }

    /** What a record is bound to. */
    enum Lasting {
        /** There only if the transaction is. */
        WITH_THE_TRANSACTION,
        /** There also if the transaction is not, and then as a failure. */
        IN_ANY_CASE,
        /** As {@link #IN_ANY_CASE}; and where the operator wants it so, the database's refusal stops nobody. */
        SPOOLED
    }

    private final KeycloakSession session;
    private final Inbox inbox;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean written;
    private @Nullable RuntimeException failure;

    private Pending(KeycloakSession session, Inbox inbox) {
        this.session = session;
        this.inbox = inbox;
    }

    static Pending of(KeycloakSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Pending known) {
            return known;
        }
        var pending = new Pending(session, AuditFactory.of(session).inbox());
        session.setAttribute(ATTRIBUTE, pending);
        pending.enlist();
        return pending;
    }

    void add(Draft draft, Lasting lasting) {
        if (written) {
            // Whoever prepares after us is still in the transaction; whoever comes after it is on their own.
            inbox.writeLate(session, draft);
            return;
        }
        waiting.add(new Waiting(draft, lasting, List.of()));
    }

    /** @param facts what the draft says, unless another one says one of it */
    void addUnlessSaid(Draft draft, String... facts) {
        if (written) {
            inbox.writeLate(session, draft);
            return;
        }
        waiting.add(new Waiting(draft, Lasting.WITH_THE_TRANSACTION, List.of(facts)));
    }

    /** Something could not be recorded: then the transaction must not end well. */
    void fail(RuntimeException cause) {
        failure = cause;
    }

    private void enlist() {
        var transactions = session.getTransactionManager();
        if (!transactions.isActive()) {
            written = true;
            return;
        }
        try {
            // Now, since a transaction that is being completed takes nobody in.
            inbox.join(session);
            transactions.enlistPrepare(new Completion() {
                @Override
                protected void commitImpl() {
                    write();
                }

                @Override
                protected void rollbackImpl() {
                    // Said below: Keycloak does not tell those who prepare.
                }
            });
            transactions.enlistAfterCompletion(new Completion() {
                @Override
                protected void commitImpl() {
                    spool();
                }

                @Override
                protected void rollbackImpl() {
                    rolledBack();
                }
            });
        } catch (IllegalStateException e) {
            LOG.debug("Recorded while the transaction ends", e);
            written = true;
        }
    }

    private void write() {
        written = true;
        var said = said();
        if (failure != null) {
            throw failure;
        }
        var somebody = waiting.stream().filter(one -> !one.isNoticed()).findFirst();
        for (var one : waiting) {
            if (!one.isNoticed()) {
                if (!inbox.spools(one.lasting())) {
                    inbox.write(session, one.draft());
                }
            } else if (Collections.disjoint(said, one.unlessSaid()) && !said.contains(Facts.EVERYTHING)) {
                // Whoever did the one thing has brought about the other.
                somebody.ifPresent(cause -> one.draft().actorOf(cause.draft()));
                inbox.write(session, one.draft());
            }
        }
    }

    private void spool() {
        for (var one : waiting) {
            if (inbox.spools(one.lasting())) {
                inbox.writeOrSpool(session.getKeycloakSessionFactory(), one.draft());
            }
        }
    }

    private void rolledBack() {
        written = true;
        for (var one : waiting) {
            if (one.lasting() == Lasting.WITH_THE_TRANSACTION) {
                continue;
            }
            if (one.draft().succeeded()) {
                one.draft().failed("transaction_rolled_back");
            }
            inbox.writeApart(session.getKeycloakSessionFactory(), one.draft());
        }
    }

    private Set<String> said() {
        var said = new HashSet<String>();
        waiting.forEach(one -> said.addAll(one.draft().facts()));
        return said;
    }

    /** Keycloak begins what is enlisted by itself. */
    private abstract static class Completion extends AbstractKeycloakTransaction {}
}
