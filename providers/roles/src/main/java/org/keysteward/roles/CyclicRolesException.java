package org.keysteward.roles;

/** Roles would inherit each other. */
public final class CyclicRolesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String child;
    private final String parent;

    CyclicRolesException(String child, String parent) {
        super("The role " + child + " cannot inherit " + parent + ": that one inherits " + child + " already.");
        this.child = child;
        this.parent = parent;
    }

    /** The role at the beginning of the edge that closes the cycle. */
    public String child() {
        return child;
    }

    /** The role that it would inherit. */
    public String parent() {
        return parent;
    }
}
