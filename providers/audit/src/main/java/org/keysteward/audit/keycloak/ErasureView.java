package org.keysteward.audit.keycloak;

/**
 * A person of whom the audit trail knows only a pseudonymous id.
 *
 * @param personId the user's id
 */
public record ErasureView(String personId, String erasedAt) {}
