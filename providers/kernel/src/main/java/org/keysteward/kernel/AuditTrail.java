package org.keysteward.kernel;

/** Where security-relevant changes are recorded: with the change, or not at all. A failure is recorded in any case. */
public interface AuditTrail {
    /** Records what the current transaction did. If that is rolled back, what succeeded is not kept, and what failed is. */
    void record(AuditEntry entry);
}
