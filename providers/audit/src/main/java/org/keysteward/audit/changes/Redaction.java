package org.keysteward.audit.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of changes: {@code {"redacted": true}} stands where one was. By the name of the member or of any above
 * it, and by what a text looks like.
 */
public final class Redaction {
    public static final Map<String, Object> REDACTED = Map.of("redacted", true);

    /** Their admin events have the representation of a credential, whose value is a member of its own. */
    private static final Set<String> WITH_CREDENTIALS = Set.of("CLIENT", "USER");

    /** Names of clients and not of members. */
    private static final Set<String> BY_CLIENT = Set.of("clientroles", "clientscopemappings");

    /** Names of what holds JSON web keys end so. */
    private static final List<String> KEYS = List.of("key", "keys", "jwk", "jwks");

    private static final String CREDENTIALS = "credentials";

    /** Where something is: what is known of it from what is around it. */
    private record Place(boolean secret, boolean secretText, boolean inCredential, boolean inKey, boolean byClient) {
        static Place top(boolean inCredential) {
            return new Place(false, false, inCredential, false, false);
        }

        Place member(String name) {
            if (byClient) {
                return new Place(secret, secretText, inCredential, inKey, false);
            }
            var plain = Secrets.plain(name);
            return new Place(
                    secret
                            || Secrets.isName(name)
                            || (inCredential && Secrets.isOfCredential(name))
                            || (inKey && Secrets.isOfPrivateKey(name)),
                    Secrets.isNameOfText(name),
                    plain.equals(CREDENTIALS),
                    inKey || KEYS.stream().anyMatch(plain::endsWith),
                    BY_CLIENT.contains(plain));
        }

        /** In a key by its own members, wherever it stands. */
        Place object(Map<?, ?> object) {
            return object.containsKey("kty") ? new Place(secret, secretText, inCredential, true, byClient) : this;
        }
    }

    private final boolean withCredential;

    private Redaction(boolean withCredential) {
        this.withCredential = withCredential;
    }

    /** @param resourceType the name of Keycloak's {@code ResourceType}, or the kind of target of our own */
    public static Redaction of(String resourceType) {
        return new Redaction(WITH_CREDENTIALS.contains(resourceType.toUpperCase(Locale.ROOT)));
    }

    /** Whether a text is secret by what it looks like: a private key, a token. */
    public static boolean isSecretText(String text) {
        return Secrets.isText(text);
    }

    public List<Change> apply(List<Change> changes) {
        return changes.stream()
                .map(change -> new Change(
                        change.pointer(),
                        redact(change.pointer(), change.before()),
                        redact(change.pointer(), change.after()),
                        change.beforeUnknown()))
                .toList();
    }

    /**
     * @param pointer where the value is
     * @return the value without what is secret in it
     */
    public @Nullable Object redact(String pointer, @Nullable Object value) {
        var place = Place.top(withCredential);
        for (var token : Pointer.tokens(pointer)) {
            place = isIndex(token) ? place : place.member(token);
        }
        return redact(place, value);
    }

    private static @Nullable Object redact(Place place, @Nullable Object value) {
        if (value == null || value instanceof Boolean || Secrets.isVaultReference(value)) {
            return value;
        }
        if (place.secret()) {
            return isEmpty(value) || isVaultReferences(value) ? value : REDACTED;
        }
        if (value instanceof Map<?, ?> object) {
            var inside = place.object(object);
            var redacted = new LinkedHashMap<String, @Nullable Object>();
            object.forEach((name, member) ->
                    redacted.put(String.valueOf(name), redact(inside.member(String.valueOf(name)), member)));
            return redacted;
        }
        if (value instanceof List<?> list) {
            var redacted = new ArrayList<@Nullable Object>(list.size());
            list.forEach(element -> redacted.add(redact(place, element)));
            return redacted;
        }
        if (value instanceof String text) {
            return (place.secretText() && !isFlag(text)) || Secrets.isText(text) ? REDACTED : text;
        }
        return value;
    }

    /** A number is a place in a list, or a member that says nothing by its name. */
    private static boolean isIndex(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isEmpty(Object value) {
        return value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static boolean isVaultReferences(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Secrets::isVaultReference);
    }

    /** Attributes are texts, also those that say yes or no. */
    private static boolean isFlag(String text) {
        return text.isEmpty() || text.equals("true") || text.equals("false");
    }
}
