package org.keysteward.scim.keycloak;

/**
 * Who provisions.
 *
 * @param key under which external ids and what it made are kept: the connection's id, or the client's
 * @param strict whether attributes of no schema are refused
 */
record Source(String key, boolean strict) {
    static Source of(ConnectionEntity connection) {
        return new Source(connection.id(), connection.strict());
    }

    /** Whoever calls with an access token: one source for each application. */
    static Source ofClient(String clientId) {
        return new Source("client:" + clientId, false);
    }
}
