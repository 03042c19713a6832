package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.Draft;
import org.keysteward.audit.integrity.CanonicalJson;
import org.keysteward.audit.integrity.Disclosure;
import org.keysteward.audit.people.BlindIndex;
import org.keysteward.audit.people.SecretBox;

/**
 * What says who somebody is: encrypted with a key of that person, which the server's key wraps. Whoever erases the key
 * has erased the person, also in every copy of the rows.
 */
final class PersonRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int CHUNK = 500;
    private static final String PURPOSE = "keysteward-audit-personal";

    /** A person: the key, or nothing where it was erased. */
    private record Person(@Nullable SecretKey key) {}

    private final Sql sql;
    private final ServerKeys keys;
    private final BlindIndex index;
    private final String realm;

    PersonRows(Sql sql, ServerKeys keys, String realm) {
        this.sql = sql;
        this.keys = keys;
        this.index = keys.index();
        this.realm = realm;
    }

    /** One value of one person, as it is told from others. */
    private record Value(String person, String token) {}

    /**
     * Keeps values and says what stands for each. The same value of the same person is kept once. What is said of
     * somebody who was erased is not kept, and its commitment opens to nobody.
     */
    List<String> keep(List<Draft.Personal> all, Instant now) throws SQLException {
        if (all.isEmpty()) {
            return List.of();
        }
        var persons = persons(
                all.stream().map(Draft.Personal::person).collect(LinkedHashSet::new, Set::add, Set::addAll), now);
        var values = new ArrayList<Value>();
        var names = new LinkedHashMap<Value, String>();
        for (var one : all) {
            var bytes = CanonicalJson.bytes(one.value());
            var value = new Value(one.person(), index.value(realm, one.person(), bytes));
            values.add(value);
            if (one.kind() == Draft.Kind.NAME) {
                names.put(value, String.valueOf(one.value()));
                one.aliases()
                        .forEach(alias -> names.put(
                                new Value(one.person(), index.value(realm, one.person(), CanonicalJson.bytes(alias))),
                                alias));
            }
        }
        var wanted = new LinkedHashSet<>(values);
        wanted.addAll(names.keySet());
        var known = commitments(wanted);

        var unknown = new LinkedHashMap<Value, Object>();
        for (var i = 0; i < values.size(); i++) {
            if (!known.containsKey(values.get(i))) {
                unknown.put(values.get(i), all.get(i).value());
            }
        }
        var newNames = new LinkedHashMap<Value, String>();
        names.forEach((value, name) -> {
            if (!known.containsKey(value)) {
                newNames.put(value, name);
                unknown.put(value, name);
            }
        });
        insert(unknown, persons, known, now);
        insertNames(newNames, persons);
        return values.stream().map(known::get).map(String::valueOf).toList();
    }

    /** What commitments stand for; those of persons who were erased are missing. */
    Map<String, Disclosure> disclose(Collection<String> commitments) throws SQLException {
        var found = new HashMap<String, Disclosure>();
        var keysOf = new HashMap<String, Optional<SecretKey>>();
        for (var chunk : chunks(List.copyOf(commitments))) {
            record Row(
                    String person,
                    String commitment,
                    byte[] ciphertext,
                    @Nullable String kid,
                    byte @Nullable [] key) {}
            var rows = sql.list(
                    "select v.PERSON_ID, v.COMMITMENT, v.CIPHERTEXT, p.KID, p.DATA_KEY from KS_AUDIT_PERSONAL v"
                            + " join KS_AUDIT_PERSON p on p.REALM_ID = v.REALM_ID and p.PERSON_ID = v.PERSON_ID"
                            + " where v.REALM_ID = ? and v.COMMITMENT in " + Sql.marks(chunk.size()),
                    row -> new Row(
                            row.getString(1), row.getString(2), row.getBytes(3), row.getString(4), row.getBytes(5)),
                    parameters(chunk));
            for (var row : rows) {
                keysOf.computeIfAbsent(row.person(), person -> unwrapped(person, row.kid(), row.key()))
                        .flatMap(key -> new SecretBox(key, PURPOSE).open(row.ciphertext(), row.commitment()))
                        .ifPresent(plain -> found.put(row.commitment(), disclosure(plain)));
            }
        }
        return found;
    }

    /** Destroys the person's key, what was encrypted with it, and everything by which the person was found. */
    boolean erase(String person, Instant now) throws SQLException {
        sql.update("delete from KS_AUDIT_PERSONAL where REALM_ID = ? and PERSON_ID = ?", realm, person);
        sql.update("delete from KS_AUDIT_NAME where REALM_ID = ? and PERSON_ID = ?", realm, person);
        sql.update(
                "update KS_AUDIT_RECORD set IP_TOKEN = null where REALM_ID = ? and ACTOR_ID = ? and IP_TOKEN is not null",
                realm,
                person);
        var erased = sql.update(
                "update KS_AUDIT_PERSON set DATA_KEY = null, KID = null, ERASED_AT = ?"
                        + " where REALM_ID = ? and PERSON_ID = ? and ERASED_AT is null",
                now.toEpochMilli(),
                realm,
                person);
        if (erased == 1) {
            return true;
        }
        // Somebody of whom nothing is kept yet: nothing is to be kept from now on either.
        var known =
                sql.list("select 1 from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID = ?", row -> 1, realm, person);
        if (known.isEmpty()) {
            sql.update(
                    "insert into KS_AUDIT_PERSON (REALM_ID, PERSON_ID, CREATED_AT, ERASED_AT) values (?, ?, ?, ?)",
                    realm,
                    person,
                    now.toEpochMilli(),
                    now.toEpochMilli());
        }
        return known.isEmpty();
    }

    private Map<String, Person> persons(Set<String> ids, Instant now) throws SQLException {
        var persons = new HashMap<String, Person>();
        for (var chunk : chunks(List.copyOf(ids))) {
            record Row(String person, @Nullable String kid, byte @Nullable [] key) {}
            var rows = sql.list(
                    "select PERSON_ID, KID, DATA_KEY from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID in "
                            + Sql.marks(chunk.size()),
                    row -> new Row(row.getString(1), row.getString(2), row.getBytes(3)),
                    parameters(chunk));
            for (var row : rows) {
                var key = unwrapped(row.person(), row.kid(), row.key());
                // A key that is missing is no erasure: a node with an old key file must not take it for one.
                if (key.isEmpty() && row.kid() != null) {
                    throw new IllegalStateException("The audit key '" + row.kid() + "' is missing or another one");
                }
                persons.put(row.person(), new Person(key.orElse(null)));
            }
        }
        record New(String person, byte[] wrapped) {}
        var made = new ArrayList<New>();
        for (var id : ids) {
            if (!persons.containsKey(id)) {
                var key = new byte[KEY_BYTES];
                RANDOM.nextBytes(key);
                persons.put(id, new Person(new SecretKeySpec(key, "AES")));
                made.add(new New(id, keys.wrap(key, context(id))));
            }
        }
        sql.batch(
                "insert into KS_AUDIT_PERSON (REALM_ID, PERSON_ID, KID, DATA_KEY, CREATED_AT) values (?, ?, ?, ?, ?)",
                made,
                (statement, one) -> {
                    statement.setString(1, realm);
                    statement.setString(2, one.person());
                    statement.setString(3, keys.activeKid());
                    statement.setBytes(4, one.wrapped());
                    statement.setLong(5, now.toEpochMilli());
                });
        return persons;
    }

    private Map<Value, String> commitments(Collection<Value> values) throws SQLException {
        var wanted = new HashSet<>(values);
        var found = new HashMap<Value, String>();
        for (var chunk : chunks(List.copyOf(wanted))) {
            // A token is of one person's value: the person need not be asked for.
            var rows = sql.list(
                    "select PERSON_ID, VALUE_TOKEN, COMMITMENT from KS_AUDIT_PERSONAL where REALM_ID = ? and PERSON_ID in "
                            + Sql.marks(chunk.size()) + " and VALUE_TOKEN in " + Sql.marks(chunk.size()),
                    row -> Map.entry(new Value(row.getString(1), row.getString(2)), row.getString(3)),
                    withPersons(chunk));
            rows.forEach(row -> found.put(row.getKey(), row.getValue()));
        }
        return found;
    }

    private Object[] withPersons(List<Value> chunk) {
        var parameters = new ArrayList<Object>(List.of(realm));
        chunk.forEach(value -> parameters.add(value.person()));
        chunk.forEach(value -> parameters.add(value.token()));
        return parameters.toArray();
    }

    private void insert(Map<Value, Object> unknown, Map<String, Person> persons, Map<Value, String> known, Instant now)
            throws SQLException {
        record New(Value value, String commitment, byte[] ciphertext) {}
        var made = new ArrayList<New>();
        var boxes = new HashMap<String, SecretBox>();
        unknown.forEach((value, content) -> {
            var salt = new byte[Disclosure.SALT_BYTES];
            RANDOM.nextBytes(salt);
            var commitment = Disclosure.commitment(salt, content).toString();
            known.put(value, commitment);
            var person = persons.get(value.person());
            if (person != null && person.key() != null) {
                var key = person.key();
                var box = boxes.computeIfAbsent(value.person(), id -> new SecretBox(key, PURPOSE));
                made.add(new New(value, commitment, box.seal(plaintext(salt, content), commitment)));
            }
        });
        sql.batch(
                "insert into KS_AUDIT_PERSONAL (REALM_ID, PERSON_ID, VALUE_TOKEN, COMMITMENT, CIPHERTEXT, CREATED_AT)"
                        + " values (?, ?, ?, ?, ?, ?)",
                made,
                (statement, one) -> {
                    statement.setString(1, realm);
                    statement.setString(2, one.value().person());
                    statement.setString(3, one.value().token());
                    statement.setString(4, one.commitment());
                    statement.setBytes(5, one.ciphertext());
                    statement.setLong(6, now.toEpochMilli());
                });
    }

    private void insertNames(Map<Value, String> newNames, Map<String, Person> persons) throws SQLException {
        record Name(String token, String person) {}
        var wanted = new LinkedHashSet<Name>();
        newNames.forEach((value, name) -> {
            var person = persons.get(value.person());
            if (person != null && person.key() != null) {
                index.name(realm, name).forEach(token -> wanted.add(new Name(token, value.person())));
            }
        });
        for (var chunk : chunks(List.copyOf(wanted))) {
            var parameters = new ArrayList<Object>(List.of(realm));
            chunk.forEach(name -> parameters.add(name.token()));
            chunk.forEach(name -> parameters.add(name.person()));
            sql.list(
                            "select TOKEN, PERSON_ID from KS_AUDIT_NAME where REALM_ID = ? and TOKEN in "
                                    + Sql.marks(chunk.size()) + " and PERSON_ID in " + Sql.marks(chunk.size()),
                            row -> new Name(row.getString(1), row.getString(2)),
                            parameters.toArray())
                    .forEach(wanted::remove);
        }
        sql.batch(
                "insert into KS_AUDIT_NAME (REALM_ID, TOKEN, PERSON_ID) values (?, ?, ?)",
                List.copyOf(wanted),
                (statement, name) -> {
                    statement.setString(1, realm);
                    statement.setString(2, name.token());
                    statement.setString(3, name.person());
                });
    }

    private Optional<SecretKey> unwrapped(String person, @Nullable String kid, byte @Nullable [] wrapped) {
        if (kid == null || wrapped == null) {
            return Optional.empty();
        }
        return keys.unwrap(kid, wrapped, context(person)).map(key -> new SecretKeySpec(key, "AES"));
    }

    private String context(String person) {
        return context(realm, person);
    }

    /** What a person's wrapped key belongs to. */
    static String context(String realm, String person) {
        return realm + "\0" + person;
    }

    private Object[] parameters(List<String> values) {
        var parameters = new ArrayList<Object>(List.of(realm));
        parameters.addAll(values);
        return parameters.toArray();
    }

    private static byte[] plaintext(byte[] salt, Object value) {
        var canonical = CanonicalJson.bytes(value);
        return ByteBuffer.allocate(salt.length + canonical.length)
                .put(salt)
                .put(canonical)
                .array();
    }

    private static Disclosure disclosure(byte[] plain) {
        var salt = new byte[Disclosure.SALT_BYTES];
        var json = new byte[plain.length - salt.length];
        ByteBuffer.wrap(plain).get(salt).get(json);
        try {
            return Disclosure.of(salt, MAPPER.readValue(new String(json, StandardCharsets.UTF_8), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value was encrypted that is no JSON", e);
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
