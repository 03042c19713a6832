package org.keysteward.kernel;

/** Where security-relevant changes are recorded: with the change, or not at all. */
public interface AuditTrail {
    /** Records what the current transaction did; nothing is kept if it is rolled back. */
    void record(AuditEntry entry);
}
