package org.keysteward.audit.catalogue;

/**
 * What a user event of Keycloak says.
 *
 * @param targetType what was acted on: {@code user}, {@code client}, {@code client_node}
 */
public record UserEventAction(Action action, boolean success, String targetType) {
    /** Whether the person whom the event names is the one that was acted on, and not only the one who acted. */
    public boolean aboutTheUser() {
        return targetType.equals("user");
    }
}
