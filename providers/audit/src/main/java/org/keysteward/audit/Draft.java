package org.keysteward.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Times;
import org.keysteward.kernel.AuditEntry;

/**
 * A record before it is sealed. What says who somebody is does not stand in its body: there is a placeholder instead,
 * and the value is kept beside it, to be encrypted.
 */
public final class Draft {
    /** The member of an object that stands in the body for the value of this number. */
    static final String PLACEHOLDER = "$personal";

    /** As long as Keycloak's own ids and names may be. */
    private static final int MAX_TEXT = 255;

    /** What is known to say something of a person, and how it is looked for. */
    public enum Kind {
        /** Found by name, exactly and by its beginning. */
        NAME,
        /** Found where it is equal. */
        ADDRESS,
        /** Not looked for. */
        VALUE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value that says who a person is.
     *
     * @param person the pseudonymous id
     * @param value a JSON value: null is none
     * @param aliases other names by which the person is found
     */
    public record Personal(String person, Kind kind, Object value, List<String> aliases) {
        public Personal {
            value = Objects.requireNonNull(Plain.value(value));
            aliases = Plain.texts(aliases);
        }
    }

    private final UUID id;
    private final String realm;
    private final Instant time;
    private final Map<String, Object> body = new LinkedHashMap<>();
    private final Map<String, Object> actor = new LinkedHashMap<>();
    private final Map<String, Object> target = new LinkedHashMap<>();
    private final Map<String, Object> outcome = new LinkedHashMap<>();
    private final List<Object> changes = new ArrayList<>();
    private final List<Personal> personal = new ArrayList<>();
    private final Set<String> facts = new HashSet<>();

    public Draft(UUID id, String realm, Instant time, AuditEntry.Category category, String action, String source) {
        this.id = id;
        this.realm = realm;
        this.time = time.truncatedTo(ChronoUnit.MILLIS);
        body.put("v", 1L);
        body.put("id", id.toString());
        body.put("realm", realm);
        body.put("time", Times.text(this.time));
        body.put("category", category.name().toLowerCase(Locale.ROOT));
        body.put("action", action);
        body.put("source", source);
        outcome.put("success", true);
    }

    public UUID id() {
        return id;
    }

    public String realm() {
        return realm;
    }

    public Instant time() {
        return time;
    }

    public Draft tenant(@Nullable String tenantId) {
        return with(body, "tenant", tenantId);
    }

    public Draft tags(Collection<String> tags) {
        if (!tags.isEmpty()) {
            body.put("tags", List.copyOf(new TreeSet<>(tags)));
        }
        return this;
    }

    public Draft requestId(@Nullable String requestId) {
        return with(body, "requestId", requestId);
    }

    public Draft actor(String type, @Nullable String actorId) {
        actor.put("type", type);
        return actorMember("id", actorId);
    }

    /** A member of the actor that says nothing of who it is: client, session, role. */
    public Draft actorMember(String member, @Nullable String value) {
        return with(actor, member, bounded(value));
    }

    public Draft actorPersonal(String member, Personal value) {
        actor.put(member, placeholder(value));
        return this;
    }

    /** Whoever has done the other thing has done this too. */
    public Draft actorOf(Draft other) {
        actor.clear();
        other.actor.forEach((member, value) -> {
            var personalOfOther = value instanceof Map<?, ?> map ? map.get(PLACEHOLDER) : null;
            actor.put(
                    member,
                    personalOfOther instanceof Integer number ? placeholder(other.personal.get(number)) : value);
        });
        return this;
    }

    public Draft target(String type, @Nullable String targetId) {
        target.put("type", type);
        return with(target, "id", bounded(targetId));
    }

    /** The name of a thing: of a client, of a role. */
    public Draft targetName(@Nullable String name) {
        return with(target, "name", bounded(name));
    }

    public Draft targetPersonal(Personal name) {
        target.put("name", placeholder(name));
        return this;
    }

    public Draft failed(String reason) {
        outcome.put("success", false);
        outcome.put("reason", reason);
        return this;
    }

    public boolean succeeded() {
        return Boolean.TRUE.equals(outcome.get("success"));
    }

    public Draft details(Map<String, String> details) {
        if (!details.isEmpty()) {
            body.put("details", new LinkedHashMap<>(details));
        }
        return this;
    }

    /** A change of which neither side says who somebody is. */
    public Draft change(String pointer, @Nullable Object before, @Nullable Object after, boolean beforeUnknown) {
        return change(pointer, before, after, beforeUnknown, null);
    }

    /** @param person whom both sides say something of; null where they do not */
    public Draft change(
            String pointer,
            @Nullable Object before,
            @Nullable Object after,
            boolean beforeUnknown,
            @Nullable String person) {
        var change = new LinkedHashMap<String, Object>();
        change.put("pointer", pointer);
        with(change, "before", side(before, person));
        with(change, "after", side(after, person));
        if (beforeUnknown) {
            change.put("beforeUnknown", true);
        }
        changes.add(change);
        return this;
    }

    /** That something has happened which others may report too: the record says all of these. */
    public Draft says(Collection<String> more) {
        facts.addAll(more);
        return this;
    }

    public Set<String> facts() {
        return Set.copyOf(facts);
    }

    /** JSON, with placeholders. */
    public Map<String, Object> body() {
        var whole = new LinkedHashMap<>(body);
        whole.put("actor", actor);
        if (!target.isEmpty()) {
            whole.put("target", target);
        }
        whole.put("outcome", outcome);
        if (!changes.isEmpty()) {
            whole.put("changes", changes);
        }
        return Plain.object(whole);
    }

    /** What the placeholders stand for, by number. */
    public List<Personal> personal() {
        return List.copyOf(personal);
    }

    /**
     * The record as it is chained.
     *
     * @param body as {@link #body()} was written
     * @param commitment the commitment to the value of a placeholder, by its number
     */
    public static Map<String, Object> sealed(
            Map<String, Object> body, long seq, Instant sealedAt, Function<Integer, String> commitment) {
        var record = new LinkedHashMap<String, Object>();
        body.forEach((name, value) -> record.put(name, resolved(value, commitment)));
        record.put("seq", seq);
        record.put("sealedAt", Times.text(sealedAt));
        return record;
    }

    private static Object resolved(Object value, Function<Integer, String> commitment) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get(PLACEHOLDER) instanceof Number number) {
                return Map.of("commitment", commitment.apply(number.intValue()));
            }
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), resolved(member, commitment)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> resolved(one, commitment)).toList();
        }
        return value;
    }

    private @Nullable Object side(@Nullable Object value, @Nullable String person) {
        if (value == null || person == null) {
            return value;
        }
        return placeholder(new Personal(person, Kind.VALUE, value, List.of()));
    }

    /** A client that does not exist may be called anything, and for as long as a request is. */
    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    private Map<String, Object> placeholder(Personal value) {
        personal.add(value);
        return Map.of(PLACEHOLDER, personal.size() - 1);
    }

    private Draft with(Map<String, Object> object, String member, @Nullable Object value) {
        if (value != null) {
            object.put(member, value);
        }
        return this;
    }
}
