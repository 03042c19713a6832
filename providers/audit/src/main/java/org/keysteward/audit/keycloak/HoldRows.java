package org.keysteward.audit.keycloak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.retention.HeldSubjects;

/** A realm's legal holds, those that were released among them. */
final class HoldRows {
    static final String PERSON = "person";
    static final String TENANT = "tenant";

    /**
     * A hold.
     *
     * @param subject the user's or the organization's id
     * @param releasedAt null while it holds
     */
    record Hold(
            String id,
            String type,
            String subject,
            String reason,
            String placedBy,
            long placedAt,
            @Nullable String releasedBy,
            @Nullable Long releasedAt,
            int version) {
        boolean isActive() {
            return releasedAt == null;
        }
    }

    private static final String SELECT = "select ID, SUBJECT_TYPE, SUBJECT_ID, REASON, PLACED_BY, PLACED_AT,"
            + " RELEASED_BY, RELEASED_AT, VERSION from KS_AUDIT_HOLD where REALM_ID = ?";

    private final Sql sql;
    private final String realm;

    HoldRows(Sql sql, String realm) {
        this.sql = sql;
        this.realm = realm;
    }

    void insert(Hold hold) throws SQLException {
        sql.update(
                "insert into KS_AUDIT_HOLD (ID, REALM_ID, SUBJECT_TYPE, SUBJECT_ID, REASON, PLACED_BY, PLACED_AT,"
                        + " VERSION) values (?, ?, ?, ?, ?, ?, ?, ?)",
                hold.id(),
                realm,
                hold.type(),
                hold.subject(),
                hold.reason(),
                hold.placedBy(),
                hold.placedAt(),
                hold.version());
    }

    Optional<Hold> find(String id) throws SQLException {
        return sql.list(SELECT + " and ID = ?", HoldRows::read, realm, id).stream()
                .findFirst();
    }

    /** Newest first, ids being in the order of time. */
    List<Hold> before(String id, int count) throws SQLException {
        return id.isEmpty()
                ? sql.list(SELECT + " order by ID desc limit ?", HoldRows::read, realm, count)
                : sql.list(SELECT + " and ID < ? order by ID desc limit ?", HoldRows::read, realm, id, count);
    }

    /** False where somebody else has changed it since. */
    boolean release(Hold hold, String by, long at) throws SQLException {
        return sql.update(
                        "update KS_AUDIT_HOLD set RELEASED_BY = ?, RELEASED_AT = ?, VERSION = VERSION + 1"
                                + " where REALM_ID = ? and ID = ? and VERSION = ? and RELEASED_AT is null",
                        by,
                        at,
                        realm,
                        hold.id(),
                        hold.version())
                == 1;
    }

    /** Those that hold this subject. */
    List<Hold> on(String type, String subject) throws SQLException {
        return sql.list(
                SELECT + " and SUBJECT_TYPE = ? and SUBJECT_ID = ? and RELEASED_AT is null order by ID",
                HoldRows::read,
                realm,
                type,
                subject);
    }

    HeldSubjects held() throws SQLException {
        var persons = new HashSet<String>();
        var tenants = new HashSet<String>();
        sql.list(SELECT + " and RELEASED_AT is null", HoldRows::read, realm)
                .forEach(hold -> subjects(hold, persons, tenants).add(hold.subject()));
        return new HeldSubjects(persons, tenants);
    }

    private static Set<String> subjects(Hold hold, Set<String> persons, Set<String> tenants) {
        return hold.type().equals(PERSON) ? persons : tenants;
    }

    private static Hold read(ResultSet row) throws SQLException {
        var at = row.getLong(8);
        var releasedAt = row.wasNull() ? null : Long.valueOf(at);
        return new Hold(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                releasedAt,
                row.getInt(9));
    }
}
