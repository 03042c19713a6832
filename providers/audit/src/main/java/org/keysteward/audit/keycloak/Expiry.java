package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.RetentionCheckpoint;
import org.keysteward.audit.integrity.Signed;
import org.keysteward.audit.retention.ExpiredRecords;
import org.keysteward.audit.retention.RetentionPolicy;
import org.keysteward.kernel.AuditEntry.Category;

/** One step of retention: looks at so many records of a realm, and ends those whose time is over. */
final class Expiry {
    /**
     * What a step has come upon.
     *
     * @param seen how many it has looked at; 0 at the end
     * @param last the last of them
     * @param firstYoung the first whose time cannot be over yet, whoever's it is; {@code Long.MAX_VALUE} without one
     * @param onlyYoung whether all of them were
     * @param expired how many are tombstones now
     * @param people whom those spoke of
     */
    record Step(int seen, long last, long firstYoung, boolean onlyYoung, long expired, Set<String> people) {}

    private final ServerKeys keys;
    private final String realm;
    private final RetentionPolicy policy;
    private final Instant now;
    private final int batch;
    private final Map<Category, Instant> youngest = new EnumMap<>(Category.class);

    Expiry(ServerKeys keys, String realm, RetentionPolicy policy, Instant now, int batch) {
        this.keys = keys;
        this.realm = realm;
        this.policy = policy;
        this.now = now;
        this.batch = batch;
        for (var category : Category.values()) {
            youngest.put(category, policy.youngest(category, now));
        }
    }

    Step step(KeycloakSession session, Collection<Category> categories, long behind) {
        return Sql.in(session, sql -> {
            var rows = new TombstoneRows(sql, realm);
            var page = rows.behind(behind, categories, batch);
            if (expired(sql, page).isEmpty()) {
                return step(page, List.of());
            }
            // INVARIANT: what is held is looked at under the lock that holds are placed under. The first look, without
            // it, spares the sealer from waiting for nothing.
            var chain = ChainRow.lock(sql, session, realm, keys, now);
            var locked = rows.behind(behind, categories, batch);
            var expired = expired(sql, locked);
            if (!expired.isEmpty()) {
                rows.expire(expired);
                sign(sql, chain, expired);
            }
            return step(locked, expired);
        });
    }

    private List<TombstoneRows.Placed> expired(Sql sql, List<TombstoneRows.Placed> page) throws SQLException {
        var held = new HoldRows(sql, realm).held();
        return page.stream()
                .filter(row -> policy.hasExpired(row.record(), held, now))
                .toList();
    }

    private void sign(Sql sql, ChainRow chain, List<TombstoneRows.Placed> expired) throws SQLException {
        var records = new ExpiredRecords();
        expired.forEach(row -> records.add(row.seq(), row.hash()));
        var signer = keys.signer();
        var checkpoint = new RetentionCheckpoint(
                realm,
                chain.retentionNumber() + 1,
                records.ranges(),
                records.digest(),
                now,
                policy.text(),
                chain.retentionHash() == null ? null : Hash.of(chain.retentionHash()),
                signer.kid());
        var span = records.span();
        CheckpointRows.insert(sql, Signed.by(signer, checkpoint), span.first(), span.last());
        chain.expiredBy(checkpoint).save(sql, keys);
    }

    private Step step(List<TombstoneRows.Placed> page, List<TombstoneRows.Placed> expired) {
        var firstYoung = page.stream()
                .filter(this::isYoung)
                .mapToLong(TombstoneRows.Placed::seq)
                .min()
                .orElse(Long.MAX_VALUE);
        var people = new HashSet<String>();
        expired.forEach(row -> {
            addTo(people, row.record().actor());
            addTo(people, row.record().target());
        });
        return new Step(
                page.size(),
                page.isEmpty() ? 0 : page.get(page.size() - 1).seq(),
                firstYoung,
                page.stream().allMatch(this::isYoung),
                expired.size(),
                people);
    }

    private static void addTo(Set<String> people, @Nullable String person) {
        if (person != null) {
            people.add(person);
        }
    }

    private boolean isYoung(TombstoneRows.Placed row) {
        return row.record().time().isAfter(youngest.getOrDefault(row.record().category(), now));
    }
}
