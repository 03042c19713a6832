package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Writes what of a resource Keycloak does not keep. */
final class ResourceStore {
    private static final String INSERT = "insert into KS_SCIM_VALUE (SCOPE_ID, RESOURCE_ID, ATTRIBUTE, ELEMENT, SUB,"
            + " LOWER_TEXT, EXACT_TEXT, NUMERIC_VALUE, FULL_TEXT) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "delete from KS_SCIM_VALUE where RESOURCE_ID = ? and SCOPE_ID = ?";
    private static final int MAX_EXTERNAL_ID = 1000;

    private final Call call;
    private final Kind kind;

    ResourceStore(Call call, Kind kind) {
        this.call = call;
        this.kind = kind;
    }

    /** @param owned whether the calling source has made the resource */
    void insert(String id, ObjectNode content, boolean owned) {
        var row = new ScimResourceEntity(
                call.scope(), id, kind, owned ? call.source().key() : null, call.now());
        row.changed(content, call.now());
        call.entityManager().persist(row);
        writeValues(id, content, false);
    }

    void update(String id, ObjectNode content) {
        var row = call.entityManager()
                .find(
                        ScimResourceEntity.class,
                        new ScimResourceEntity.Key(call.scope().id(), id));
        if (row == null) {
            insert(id, content, false);
            return;
        }
        var same = row.content().equals(content);
        row.changed(content, call.now());
        if (!same) {
            writeValues(id, content, true);
        }
    }

    /** @throws ScimException where the source knows another resource by it */
    void link(String id, @Nullable String externalId) throws ScimException {
        var key = new ScimLinkEntity.Key(call.source().key(), id);
        var row = call.entityManager().find(ScimLinkEntity.class, key);
        if (externalId == null) {
            if (row != null) {
                call.entityManager().remove(row);
            }
            return;
        }
        requireFree(externalId, id);
        if (row == null) {
            call.entityManager().persist(new ScimLinkEntity(key, call.scope(), kind, externalId));
        } else {
            row.externalId(externalId);
        }
    }

    /** The same for a resource that was just made, which nobody knows by any id. */
    void linkNew(String id, @Nullable String externalId) throws ScimException {
        if (externalId != null) {
            requireFree(externalId, id);
            var key = new ScimLinkEntity.Key(call.source().key(), id);
            call.entityManager().persist(new ScimLinkEntity(key, call.scope(), kind, externalId));
        }
    }

    private void requireFree(String externalId, String id) throws ScimException {
        if (externalId.length() > MAX_EXTERNAL_ID) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, "externalId has at most " + MAX_EXTERNAL_ID + " characters here.");
        }
        if (isTaken(externalId, id)) {
            throw new ScimException(
                    409, ScimType.UNIQUENESS, "This externalId is that of another resource of the same connection.");
        }
    }

    private boolean isTaken(String externalId, String exceptId) {
        return call.entityManager()
                .createQuery(
                        "select l.resourceId from ScimLinkEntity l where l.connectionId = :source and l.kind = :kind"
                                + " and l.externalId = :external",
                        String.class)
                .setParameter("source", call.source().key())
                .setParameter("kind", kind.name())
                .setParameter("external", externalId)
                .getResultStream()
                .anyMatch(id -> !id.equals(exceptId));
    }

    private void writeValues(String id, ObjectNode content, boolean replacing) {
        var values = ValueRows.of(content, kind.type());
        call.entityManager().unwrap(Session.class).doWork(connection -> {
            if (replacing) {
                try (var statement = connection.prepareStatement(DELETE)) {
                    statement.setString(1, id);
                    statement.setString(2, call.scope().id());
                    statement.executeUpdate();
                }
            }
            insert(connection, id, values);
        });
    }

    /** All in one go: a resource has dozens. */
    private void insert(Connection connection, String id, List<ValueRows.Value> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var value : values) {
                statement.setString(1, call.scope().id());
                statement.setString(2, id);
                statement.setString(3, value.attribute());
                statement.setInt(4, value.element());
                statement.setString(5, value.sub());
                statement.setString(6, value.lowerText());
                statement.setString(7, value.exactText());
                statement.setBigDecimal(8, value.number());
                statement.setString(9, value.fullText());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
