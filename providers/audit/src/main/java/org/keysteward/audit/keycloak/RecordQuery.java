package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.keycloak.HourRows.Span;
import org.keysteward.audit.keycloak.RecordPlan.Start;
import org.keysteward.audit.query.AuditFilter;

/**
 * Reads records by filter, in the order of the chain. Each range of an index is read up to the page's length only, so
 * that the last page costs what the first does.
 */
final class RecordQuery {
    /** Which way along the chain. */
    enum Direction {
        NEWEST_FIRST(" order by SEQ desc limit ?"),
        OLDEST_FIRST(" order by SEQ limit ?");

        private final String order;

        Direction(String order) {
            this.order = order;
        }

        private Comparator<RecordRow> comparator() {
            var ascending = Comparator.comparingLong(RecordRow::seq);
            return this == NEWEST_FIRST ? ascending.reversed() : ascending;
        }
    }

    /** Of a broad question, the page is mostly full with what is so much older than its first record: a month or two. */
    private static final Duration LATELY = Duration.ofDays(31);

    private static final String OF_REALM = " from KS_AUDIT_RECORD where REALM_ID = ?";
    private static final String SELECT = "select " + RecordRow.COLUMNS + OF_REALM;
    private static final String SELECT_NUMBERS = "select SEQ" + OF_REALM;

    private final Sql sql;
    private final ServerKeys keys;
    private final String realm;
    private final @Nullable String tenant;

    /** @param tenant the organization's id, to see its records alone; null for the whole realm */
    RecordQuery(Sql sql, ServerKeys keys, String realm, @Nullable String tenant) {
        this.sql = sql;
        this.keys = keys;
        this.realm = realm;
        this.tenant = tenant;
    }

    /** @param within the places in the chain that are looked at, both included */
    List<RecordRow> read(AuditFilter filter, Span within, Direction direction, int count) throws SQLException {
        var times = new HourRows(sql, realm).span(filter.from(), filter.to());
        var first = Math.max(within.first(), times.first());
        var last = Math.min(within.last(), times.last());
        if (first > last) {
            return List.of();
        }
        var plan = RecordPlan.of(sql, keys, realm, filter, tenant);
        if (plan.isEmpty()) {
            return List.of();
        }
        plan.rest().and("SEQ >= ?", first).and("SEQ <= ?", last);
        if (direction == Direction.NEWEST_FIRST && plan.isBroad()) {
            var newest = newest(last);
            // Months after that have nothing up to there; of months long before, the page has no need.
            plan.rest().and("SEALED_AT <= ?", newest);
            var latest = run(plan.since(newest - LATELY.toMillis()), direction, count);
            if (latest.size() == count) {
                return latest;
            }
        }
        return run(plan, direction, count);
    }

    /** When the newest record up to there was sealed. Later records are never sealed earlier. */
    private long newest(long last) throws SQLException {
        return sql
                .list(
                        "select SEALED_AT from KS_AUDIT_RECORD where REALM_ID = ? and SEQ <= ? order by SEQ desc limit 1",
                        row -> row.getLong(1),
                        realm,
                        last)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    Optional<RecordRow> one(UUID id) throws SQLException {
        var condition = new Condition();
        if (tenant != null) {
            condition.and("TENANT_ID = ?", tenant);
        }
        var parameters = new ArrayList<Object>(List.of(realm, id));
        parameters.addAll(condition.values());
        return sql
                .list(
                        SELECT + " and ID = ? and BODY is not null" + condition.text(),
                        RecordRow::read,
                        parameters.toArray())
                .stream()
                .findFirst();
    }

    private List<RecordRow> run(RecordPlan plan, Direction direction, int count) throws SQLException {
        // Of many ranges, most of what each yields is not on the page: bodies are read of what is.
        var numbersFirst =
                plan.starts().stream().anyMatch(start -> start.values().size() > 1);
        var select = numbersFirst ? SELECT_NUMBERS : SELECT;
        var branches = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        if (numbersFirst) {
            parameters.add(realm);
        }
        for (var start : plan.starts()) {
            if (sql.isPostgres() && start.values().size() > 1) {
                branches.add(lateral(select, start, plan, direction));
                parameters.add(
                        sql.connection().createArrayOf("text", start.values().toArray()));
                addOne(parameters, null, plan, count);
            } else {
                for (var value : start.values()) {
                    branches.add("select * from (" + select + " and " + start.column() + " = ?"
                            + plan.rest().text() + direction.order + ") b" + branches.size());
                    addOne(parameters, value, plan, count);
                }
            }
        }
        // A record may lie in two ranges: of its actor and of its target.
        parameters.add(count * plan.starts().size());
        var found = "select * from (" + String.join(" union all ", branches) + ") u" + direction.order;
        var rows = sql.list(
                numbersFirst ? SELECT + " and SEQ in (" + found + ")" : found, RecordRow::read, parameters.toArray());
        var once = new LinkedHashMap<Long, RecordRow>();
        rows.stream().sorted(direction.comparator()).forEach(row -> once.putIfAbsent(row.seq(), row));
        return once.values().stream().limit(count).toList();
    }

    /** All ranges of one index in one branch: planned once, however many they are and however many months there are. */
    private static String lateral(String select, Start start, RecordPlan plan, Direction direction) {
        return "select b.* from unnest(?) as v(value) cross join lateral (" + select + " and " + start.column()
                + " = v.value" + plan.rest().text() + direction.order + ") b";
    }

    private void addOne(List<Object> parameters, @Nullable Object value, RecordPlan plan, int count) {
        parameters.add(realm);
        if (value != null) {
            parameters.add(value);
        }
        parameters.addAll(plan.rest().values());
        parameters.add(count);
    }
}
