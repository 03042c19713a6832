package org.keysteward.roles.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Permissions for an application's own tests, without a server. Nothing is permitted until it is granted; what is
 * granted counts for every token.
 *
 * <pre>{@code
 * var permissions = new FakePermissions().grant("journeys.*").grantIn("acme", "iam.manage");
 * }</pre>
 *
 * Never for production: it looks at no token but for its tenant.
 */
public final class FakePermissions implements Permissions {
    /** @param tenant empty for every tenant */
    private record Granted(Optional<String> tenant, String path, String grant) {
        boolean permits(Question question) {
            return tenant.map(question.tenant()::equals).orElse(true)
                    && (path.isEmpty() || (question.path() + "/").startsWith(path + "/"))
                    && Grants.permit(List.of(grant), question.permission());
        }
    }

    private final List<Granted> granted = new CopyOnWriteArrayList<>();
    private final List<PermissionCheck> asked = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    /** A token that is for one tenant, and says nothing else. */
    public static AccessToken tokenFor(String tenant) {
        return new AccessToken("fake", Map.of("organization", Map.of(tenant, Map.of())));
    }

    /** In every tenant; a key, {@code journeys.*}, or {@code *}. */
    public FakePermissions grant(String grant) {
        granted.add(new Granted(Optional.empty(), "", grant));
        return this;
    }

    public FakePermissions grantIn(String tenant, String grant) {
        granted.add(new Granted(Optional.of(tenant), "", grant));
        return this;
    }

    /** There and below. */
    public FakePermissions grantAt(String tenant, String path, String grant) {
        granted.add(new Granted(Optional.of(tenant), path, grant));
        return this;
    }

    /** From now on nothing is permitted. */
    public FakePermissions revokeAll() {
        granted.clear();
        return this;
    }

    /** From now on nothing can be decided, as when the server is away. */
    public FakePermissions goDown() {
        down = true;
        return this;
    }

    public FakePermissions comeBack() {
        down = false;
        return this;
    }

    /** Everything that was asked so far. */
    public List<PermissionCheck> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Boolean> permitsEach(AccessToken token, List<PermissionCheck> checks) {
        if (checks.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "At most " + MOST_AT_ONCE + " checks at once; these are " + checks.size());
        }
        asked.addAll(checks);
        if (down) {
            throw new UndecidedException("The fake server is down");
        }
        return checks.stream()
                .map(check -> Question.of(token, check).filter(this::permits).isPresent())
                .toList();
    }

    private boolean permits(Question question) {
        return granted.stream().anyMatch(one -> one.permits(question));
    }
}
