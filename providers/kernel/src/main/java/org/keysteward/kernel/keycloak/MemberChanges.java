package org.keysteward.kernel.keycloak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.MemberScope;

/**
 * To be told, in the transaction, by whoever changes who is what in a tenant, or what was assigned to whom. On commit
 * every node forgets what it remembers of them.
 */
public final class MemberChanges implements ClusterMessages.Listener {
    static final String NAME = "members";
    private static final String ATTRIBUTE = "keysteward.memberChanges";

    /** Whoever changes more people at once has changed their tenants, and beyond that everybody. */
    private static final int MOST_TOLD = 100;

    private final List<MemberMemory<?>> memories = new CopyOnWriteArrayList<>();
    private final ClusterMessages messages;

    MemberChanges(ClusterMessages messages) {
        this.messages = messages;
    }

    public static MemberChanges of(KeycloakSession session) {
        return KernelFactory.of(session).memberChanges();
    }

    void add(MemberMemory<?> memory) {
        memories.add(memory);
    }

    /**
     * @param tenantId the organization's; empty for every tenant
     * @param userId empty for everybody there
     */
    public void tell(KeycloakSession session, String tenantId, String userId) {
        told(session).add(new MemberScope(tenantId, userId));
    }

    /** Whether this session has changed something: until it commits, nobody else may know. */
    static boolean madeIn(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) != null;
    }

    @SuppressWarnings("unchecked")
    private Set<MemberScope> told(KeycloakSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Set<?> known) {
            return (Set<MemberScope>) known;
        }
        var told = new HashSet<MemberScope>();
        session.setAttribute(ATTRIBUTE, told);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                MemberScope.atMost(MOST_TOLD, told).forEach(changed -> {
                    forget(changed);
                    messages.send(new SnapshotChanged(NAME, "", changed.text()));
                });
            }

            @Override
            protected void rollbackImpl() {
                // Nothing changed.
            }
        });
        return told;
    }

    private void forget(MemberScope changed) {
        memories.forEach(memory -> memory.forget(changed));
    }

    @Override
    public void forget(Snapshots.Key changed) {
        forget(MemberScope.of(changed.scope()));
    }

    @Override
    public void forgetRealm(String realmId) {
        forget(MemberScope.EVERYBODY);
    }
}
