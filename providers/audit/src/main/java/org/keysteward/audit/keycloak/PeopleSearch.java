package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keysteward.audit.query.NamePattern;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ProblemException;

/** Finds people by name, without the database knowing names. */
final class PeopleSearch {
    private static final int MOST_PEOPLE = 200;
    private static final int MOST_VALUES = 10_000;

    private final Sql sql;
    private final ServerKeys keys;
    private final String realm;

    PeopleSearch(Sql sql, ServerKeys keys, String realm) {
        this.sql = sql;
        this.keys = keys;
        this.realm = realm;
    }

    /** @throws ProblemException where they are too many to look for what each of them did */
    Set<String> ids(NamePattern name) throws SQLException {
        var index = keys.index();
        var token = name.prefix() ? index.namePrefix(realm, name.text()) : index.exactName(realm, name.text());
        var found = sql.list(
                "select PERSON_ID from KS_AUDIT_NAME where REALM_ID = ? and TOKEN = ? order by PERSON_ID limit "
                        + (MOST_PEOPLE + 1),
                row -> row.getString(1),
                realm,
                token);
        if (found.size() > MOST_PEOPLE) {
            throw tooMany();
        }
        return name.isLongerThanIndexed() && !found.isEmpty() ? compared(found, name) : new HashSet<>(found);
    }

    /** The index knows only so many letters; beyond those, names are decrypted. */
    private Set<String> compared(List<String> people, NamePattern name) throws SQLException {
        var parameters = new ArrayList<Object>(List.of(realm));
        parameters.addAll(people);
        record Value(String person, String commitment) {}
        var values = sql.list(
                "select PERSON_ID, COMMITMENT from KS_AUDIT_PERSONAL where REALM_ID = ? and PERSON_ID in "
                        + Sql.marks(people.size()) + " limit " + (MOST_VALUES + 1),
                row -> new Value(row.getString(1), row.getString(2)),
                parameters.toArray());
        if (values.size() > MOST_VALUES) {
            throw tooMany();
        }
        Map<String, String> personOf = new HashMap<>();
        values.forEach(value -> personOf.put(value.commitment(), value.person()));
        var matching = new HashSet<String>();
        new PersonRows(sql, keys, realm).disclose(personOf.keySet()).forEach((commitment, disclosure) -> {
            if (disclosure.value() instanceof String text && name.matches(text)) {
                matching.add(String.valueOf(personOf.get(commitment)));
            }
        });
        return matching;
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.invalidField(
                "?name", "More than " + MOST_PEOPLE + " people are found by this name; write more of it."));
    }
}
