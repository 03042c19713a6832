package org.keysteward.audit.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Disclosure;

/**
 * A record as a caller sees it. What says who somebody is stands there as it was, or as {@code {"erased": true}} once the
 * person was erased; what is secret, as {@code {"redacted": true}}; what is large, by digest and number of bytes.
 *
 * @param seq its place in the realm's chain
 * @param hash its hash in the chain, as base64url
 * @param time when it happened: an ISO 8601 time in UTC
 * @param sealedAt when it was chained
 * @param tenant the tenant's alias; its id where it is gone
 * @param tenantId the organization's id
 * @param risk from 0 to 1
 */
public record RecordView(
        long seq,
        String hash,
        String id,
        String time,
        String sealedAt,
        String category,
        String action,
        @Nullable String tenant,
        @Nullable String tenantId,
        Actor actor,
        @Nullable Target target,
        Outcome outcome,
        @Nullable List<Change> changes,
        @Nullable Map<String, Object> details,
        @Nullable String requestId,
        @Nullable Double risk,
        List<String> tags,
        @Nullable String source) {
    public static final Map<String, Object> ERASED = Map.of("erased", true);

    /** Whoever did it; name, ip and userAgent are texts, or erased. */
    public record Actor(
            @Nullable String type,
            @Nullable String id,
            @Nullable Object name,
            @Nullable String tenantRole,
            @Nullable String client,
            @Nullable String session,
            @Nullable Object ip,
            @Nullable Object userAgent,
            @Nullable String usernameHash) {}

    /** To what; the name is a text, or erased. */
    public record Target(
            @Nullable String type,
            @Nullable String id,
            @Nullable Object name) {}

    public record Outcome(boolean success, @Nullable String reason) {}

    /** One difference; before and after are JSON values, or erased. */
    public record Change(
            @Nullable String pointer,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable Boolean beforeUnknown) {}

    /** The commitments that stand in a record. */
    public static Set<String> commitments(Map<String, ? extends @Nullable Object> record) {
        var found = new HashSet<String>();
        personal(record).forEach(value -> {
            var commitment = commitment(value);
            if (commitment != null) {
                found.add(commitment);
            }
        });
        return found;
    }

    /**
     * @param record as it is chained
     * @param disclosures by commitment
     * @param alias of a tenant by its id; null where it is gone
     */
    public static RecordView of(
            Map<String, ? extends @Nullable Object> record,
            String hash,
            Map<String, Disclosure> disclosures,
            Function<String, @Nullable String> alias) {
        var members = new Tree(record, disclosures);
        var actor = members.object("actor");
        var tenantId = members.text("tenant");
        var outcome = members.object("outcome");
        return new RecordView(
                record.get("seq") instanceof Number seq ? seq.longValue() : 0,
                hash,
                members.needed("id"),
                members.needed("time"),
                members.needed("sealedAt"),
                members.needed("category"),
                members.needed("action"),
                tenantId == null ? null : orElse(alias.apply(tenantId), tenantId),
                tenantId,
                new Actor(
                        actor.text("type"),
                        actor.text("id"),
                        actor.shown("name"),
                        actor.text("tenantRole"),
                        actor.text("client"),
                        actor.text("session"),
                        actor.shown("ip"),
                        actor.shown("userAgent"),
                        actor.text("usernameHash")),
                target(members),
                new Outcome(Boolean.TRUE.equals(outcome.value("success")), outcome.text("reason")),
                changes(members, disclosures),
                record.get("details") instanceof Map<?, ?> details ? texts(details) : null,
                members.text("requestId"),
                record.get("risk") instanceof Number risk ? risk.doubleValue() : null,
                record.get("tags") instanceof Collection<?> tags
                        ? tags.stream().map(String::valueOf).toList()
                        : List.of(),
                members.text("source"));
    }

    private static @Nullable Target target(Tree record) {
        var target = record.object("target");
        return target.isEmpty() ? null : new Target(target.text("type"), target.text("id"), target.shown("name"));
    }

    private static @Nullable List<Change> changes(Tree record, Map<String, Disclosure> disclosures) {
        if (!(record.value("changes") instanceof Collection<?> all)) {
            return null;
        }
        return all.stream()
                .map(one -> new Tree(one instanceof Map<?, ?> map ? texts(map) : Map.of(), disclosures))
                .map(change -> new Change(
                        change.text("pointer"),
                        change.shown("before"),
                        change.shown("after"),
                        Boolean.TRUE.equals(change.value("beforeUnknown")) ? true : null))
                .toList();
    }

    /** All places in which a commitment may stand; an object of that form elsewhere is somebody's data. */
    private static List<Object> personal(Map<String, ? extends @Nullable Object> record) {
        var values = new ArrayList<Object>();
        add(values, record.get("actor"), "name", "ip", "userAgent");
        add(values, record.get("target"), "name");
        if (record.get("changes") instanceof Collection<?> changes) {
            changes.forEach(change -> add(values, change, "before", "after"));
        }
        return values;
    }

    private static void add(List<Object> values, @Nullable Object object, String... names) {
        if (object instanceof Map<?, ?> map) {
            for (var name : names) {
                var value = map.get(name);
                if (value != null) {
                    values.add(value);
                }
            }
        }
    }

    private static @Nullable String commitment(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.get("commitment") instanceof String commitment
                ? commitment
                : null;
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        var texts = new java.util.LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                texts.put(String.valueOf(name), value);
            }
        });
        return texts;
    }

    /** An object of a record, and what its commitments stand for. */
    private record Tree(Map<String, ? extends @Nullable Object> members, Map<String, Disclosure> disclosures) {
        boolean isEmpty() {
            return members.isEmpty();
        }

        @Nullable Object value(String name) {
            return members.get(name);
        }

        @Nullable String text(String name) {
            return members.get(name) instanceof String text ? text : null;
        }

        String needed(String name) {
            return orElse(text(name), "");
        }

        Tree object(String name) {
            return new Tree(members.get(name) instanceof Map<?, ?> map ? texts(map) : Map.of(), disclosures);
        }

        @Nullable Object shown(String name) {
            var value = members.get(name);
            var commitment = commitment(value);
            if (commitment == null) {
                return value;
            }
            var disclosure = disclosures.get(commitment);
            return disclosure == null ? ERASED : disclosure.value();
        }
    }
}
