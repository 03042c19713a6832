package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.query.ActionPattern;
import org.keysteward.audit.query.AuditFilter;
import org.keysteward.kernel.AuditEntry.Category;

/**
 * How a filter is read: along which index, and what is compared of each record on the way.
 *
 * <p>INVARIANT: the tenant is always among what is compared, or it is the index. Every index leaves out tombstones, so
 * that however many there are, none is read.
 *
 * @param starts the ranges of an index in which all records lie that are asked for
 * @param rest what they must be beyond that
 */
record RecordPlan(List<Start> starts, Condition rest) {
    private static final Set<String> BROAD = Set.of("ACTION", "CATEGORY");
    private static final List<String> CATEGORIES =
            Arrays.stream(Category.values()).map(AuditFilter::key).toList();

    /**
     * Ranges of the index that begins with this column.
     *
     * @param column a constant
     */
    record Start(String column, List<? extends Object> values) {}

    /** There is nothing that could meet it. */
    boolean isEmpty() {
        return starts.stream().allMatch(start -> start.values().isEmpty());
    }

    /** Many records meet it, in many ranges: each would be looked for in every month. */
    boolean isBroad() {
        return starts.stream()
                .allMatch(start ->
                        BROAD.contains(start.column()) && start.values().size() > 1);
    }

    /** @param millis of the records' sealing, since the epoch: what was sealed before is left out */
    RecordPlan since(long millis) {
        return new RecordPlan(starts, rest.copy().and("SEALED_AT >= ?", millis));
    }

    /** @param tenant the organization's id; null for the whole realm */
    static RecordPlan of(Sql sql, ServerKeys keys, String realm, AuditFilter filter, @Nullable String tenant)
            throws SQLException {
        var rest = new Condition();
        times(filter, rest);
        var starts = new ArrayList<Start>();
        var name = filter.name();
        if (name != null) {
            var people = List.copyOf(new PeopleSearch(sql, keys, realm).ids(name));
            starts.add(new Start("ACTOR_ID", people));
            starts.add(new Start("TARGET_ID", people));
        }
        // What is most telling of few records comes first.
        start(starts, rest, "TARGET_ID", filter.target());
        start(starts, rest, "ACTOR_ID", filter.actor());
        var ip = filter.ip();
        start(starts, rest, "IP_TOKEN", ip == null ? null : keys.index().address(realm, ip));
        start(starts, rest, "TENANT_ID", tenant);
        // Few things fail, and many actions never do: the range of each would be read to its end in vain.
        var success = filter.success();
        start(starts, rest, "SUCCESS", Boolean.FALSE.equals(success) ? false : null);
        actions(sql, realm, filter, starts, rest);
        start(starts, rest, "SUCCESS", Boolean.TRUE.equals(success) ? true : null);
        var category = filter.category();
        start(starts, rest, "CATEGORY", category == null ? null : AuditFilter.key(category));
        if (starts.isEmpty()) {
            starts.add(new Start("CATEGORY", CATEGORIES));
        }
        return new RecordPlan(starts, rest);
    }

    private static void start(List<Start> starts, Condition rest, String column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (starts.isEmpty()) {
            starts.add(new Start(column, List.of(value)));
        } else {
            rest.and(column + " = ?", value);
        }
    }

    private static void times(AuditFilter filter, Condition rest) {
        var from = filter.from();
        if (from != null) {
            rest.and("RECORD_TIME >= ?", from.toEpochMilli());
        }
        var to = filter.to();
        if (to != null) {
            rest.and("RECORD_TIME < ?", to.toEpochMilli());
        }
    }

    /** What the realm has seen that has the tag and begins like that. */
    private static void actions(Sql sql, String realm, AuditFilter filter, List<Start> starts, Condition rest)
            throws SQLException {
        var pattern = filter.action();
        var tag = filter.tag();
        if (tag == null && (pattern == null || !pattern.prefix())) {
            start(starts, rest, "ACTION", pattern == null ? null : pattern.text());
            return;
        }
        record Seen(String action, String tags) {
            boolean has(@Nullable String wanted) {
                return wanted == null || Set.of(tags.split(" ", -1)).contains(wanted);
            }
        }
        var wanted = tag == null ? null : tag.text();
        var seen = sql
                .list(
                        "select ACTION, TAGS from KS_AUDIT_ACTION where REALM_ID = ? order by ACTION, TAGS",
                        row -> new Seen(row.getString(1), row.getString(2)),
                        realm)
                .stream()
                .filter(one -> matches(pattern, one.action()))
                .toList();
        var found = seen.stream()
                .filter(one -> one.has(wanted))
                .map(Seen::action)
                .distinct()
                .toList();
        var actions = new HashSet<>(found);
        if (seen.stream().anyMatch(one -> actions.contains(one.action()) && !one.has(wanted))) {
            // The catalogue has changed: of these actions, only some records have the tag.
            rest.anyOf(
                    "position(? in BODY) > 0",
                    seen.stream()
                            .filter(one -> one.has(wanted))
                            .map(one -> "\"tags\":[\"" + one.tags().replace(" ", "\",\"") + "\"]")
                            .distinct()
                            .toList());
        }
        if (starts.isEmpty()) {
            starts.add(new Start("ACTION", found));
        } else if (found.isEmpty()) {
            rest.and("1 = 0");
        } else {
            rest.in("ACTION", found);
        }
    }

    private static boolean matches(@Nullable ActionPattern pattern, String action) {
        return pattern == null || pattern.matches(action);
    }
}
