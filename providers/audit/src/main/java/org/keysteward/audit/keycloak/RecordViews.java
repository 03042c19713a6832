package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.query.RecordView;
import org.keysteward.kernel.keycloak.Rows;

/** Makes rows readable: one statement for who somebody was, one for what tenants are called. */
final class RecordViews {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KeycloakSession session;
    private final Sql sql;
    private final ServerKeys keys;
    private final String realm;

    RecordViews(KeycloakSession session, Sql sql, ServerKeys keys, String realm) {
        this.session = session;
        this.sql = sql;
        this.keys = keys;
        this.realm = realm;
    }

    List<RecordView> of(List<RecordRow> rows) throws SQLException {
        var trees = rows.stream().collect(Collectors.toMap(RecordRow::seq, row -> tree(String.valueOf(row.body()))));
        var commitments = new HashSet<String>();
        trees.values().forEach(tree -> commitments.addAll(RecordView.commitments(tree)));
        var disclosures = new PersonRows(sql, keys, realm).disclose(commitments);
        var aliases = aliases(
                rows.stream().map(RecordRow::tenant).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> RecordView.of(
                        Objects.requireNonNull(trees.get(row.seq())), row.hash().toString(), disclosures, aliases::get))
                .toList();
    }

    static Map<String, Object> tree(String body) {
        try {
            return MAPPER.readerForMapOf(Object.class).readValue(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sealed record is no JSON any more; have the chain verified", e);
        }
    }

    private Map<String, String> aliases(Set<String> tenants) {
        var aliases = new HashMap<String, String>();
        if (!tenants.isEmpty()) {
            Rows.entityManager(session)
                    .createQuery(
                            "select o.id, o.alias from OrganizationEntity o where o.realmId = :realm and o.id in :ids",
                            Object[].class)
                    .setParameter("realm", realm)
                    .setParameter("ids", tenants)
                    .getResultList()
                    .forEach(row -> aliases.put((String) row[0], (String) row[1]));
        }
        return aliases;
    }
}
