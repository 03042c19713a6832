package org.keysteward.audit.integrity;

import java.util.Iterator;
import java.util.List;

/** Checkpoints as they were copied to where whoever changes a database does not reach them. */
public interface Anchor {
    /** No anchor. */
    Anchor NONE = List.<Signed<?>>of()::iterator;

    /**
     * All that it has, by ascending numbers of each kind, from the beginning each time. Statements of other realms may be
     * among them, and some may be there more than once.
     */
    Iterator<? extends Signed<?>> statements();
}
