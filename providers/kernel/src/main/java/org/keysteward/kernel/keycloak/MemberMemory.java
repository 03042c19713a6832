package org.keysteward.kernel.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.MemberScope;

/**
 * What a node remembers of who is what in which tenant: forgotten when {@link MemberChanges} are told of on any node, and
 * after {@link #TRUST} in any case, if the message was lost or nobody told.
 */
public final class MemberMemory<T> {
    /** How long it is believed that nothing changed where nobody said so. */
    static final Duration TRUST = Duration.ofSeconds(5);

    private static final long MAX_WEIGHT = 200_000;

    private final Cache<MemberScope, T> held;
    private final AtomicLong generation = new AtomicLong();

    MemberMemory(ToIntFunction<T> weight) {
        this.held = Caffeine.newBuilder()
                .expireAfterWrite(TRUST)
                .maximumWeight(MAX_WEIGHT)
                .<MemberScope, T>weigher((member, value) -> 1 + weight.applyAsInt(value))
                .build();
    }

    /** Empty where it has to be read: always where the session itself has changed something. */
    public Optional<T> find(KeycloakSession session, String tenantId, String userId) {
        return MemberChanges.madeIn(session)
                ? Optional.empty()
                : Optional.ofNullable(held.getIfPresent(new MemberScope(tenantId, userId)));
    }

    /** To be taken before something is read that is to be kept. */
    public long mark() {
        return generation.get();
    }

    /** Does nothing where something has changed since the mark, which may not be in what was read. */
    public void keep(KeycloakSession session, String tenantId, String userId, T value, long mark) {
        if (MemberChanges.madeIn(session)) {
            return;
        }
        var member = new MemberScope(tenantId, userId);
        held.asMap().compute(member, (one, known) -> generation.get() == mark ? value : known);
        if (generation.get() != mark) {
            // Whoever forgot many at once may have passed by before this one was there.
            held.invalidate(member);
        }
    }

    void forget(MemberScope changed) {
        generation.incrementAndGet();
        if (changed.one()) {
            held.invalidate(changed);
        } else {
            held.asMap().keySet().removeIf(changed::covers);
        }
    }
}
