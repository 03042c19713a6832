package org.keysteward.audit.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.changes.Change;
import org.keysteward.audit.changes.Pointer;
import org.keysteward.audit.changes.Redaction;

/** What becomes of the details of a user event: {@code event-details.tsv} says it of each. */
public final class EventDetails {
    /** Longer ones are cut: anybody who can reach a sign-in page may write as much as they like into a few of them. */
    static final int LONGEST = 256;

    private static final String PREVIOUS = "previous_";
    private static final String UPDATED = "updated_";
    private static final String EXISTING = "existing_";

    /** Keycloak joins several values of an attribute with this. */
    private static final String BETWEEN_VALUES = "::";

    private static final Map<String, Treatment> TREATMENTS = read(new TextFile("event-details.tsv"));

    /** As the user representation names what details name otherwise. */
    private static final Map<String, String> MEMBERS = Map.of(
            "email", "email",
            "first_name", "firstName",
            "last_name", "lastName",
            "firstName", "firstName",
            "lastName", "lastName",
            "username", "username");

    /** Neither quotation marks nor {@code @ = < >}: what quotes somebody else's words may name somebody. */
    private static final Pattern SENTENCE = Pattern.compile("[\\p{L}\\p{N} _.,:;()/-]{1," + LONGEST + "}");

    private enum Treatment {
        PLAIN,
        TEXT,
        PERSONAL,
        DROPPED
    }

    private EventDetails() {}

    /** What may stand in a record as it is, by name. */
    public static Map<String, String> plain(Map<String, String> details) {
        return withTreatment(details, Treatment.PLAIN);
    }

    /** What says who somebody is, by name; without what {@link #changes} has. */
    public static Map<String, String> personal(Map<String, String> details) {
        return withTreatment(details, Treatment.PERSONAL);
    }

    /** What the event says was changed of the account; all of it is personal. */
    public static List<Change> changes(Map<String, String> details) {
        var names = new TreeSet<String>();
        for (var key : details.keySet()) {
            if (isChange(key)) {
                names.add(key.substring(key.indexOf('_') + 1));
            }
        }
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var before = details.get(PREVIOUS + name);
            var after = details.get(UPDATED + name);
            var member = MEMBERS.get(name);
            var change = member == null
                    ? new Change(Pointer.of("attributes", name), values(before), values(after), false)
                    : new Change(Pointer.of(member), before, after, false);
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<String, String> withTreatment(Map<String, String> details, Treatment wanted) {
        var found = new TreeMap<String, String>();
        details.forEach((key, value) -> {
            if (value != null && treatment(key, value) == wanted) {
                found.put(key, cut(value));
            }
        });
        return found;
    }

    private static String cut(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        // Half a character cannot be written as UTF-8.
        return value.substring(0, Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static Treatment treatment(String key, String value) {
        if (key.startsWith(EXISTING)) {
            return Treatment.PERSONAL;
        }
        var treatment = TREATMENTS.getOrDefault(key, Treatment.DROPPED);
        if (treatment == Treatment.DROPPED || Redaction.isSecretText(value)) {
            return Treatment.DROPPED;
        }
        if (treatment == Treatment.TEXT) {
            return SENTENCE.matcher(value).matches() ? Treatment.PLAIN : Treatment.PERSONAL;
        }
        // A few plain ones come from whoever sent the request, who may send an address where a word is wanted.
        return treatment == Treatment.PLAIN && value.indexOf('@') >= 0 ? Treatment.PERSONAL : treatment;
    }

    private static boolean isChange(String key) {
        return (key.startsWith(PREVIOUS) || key.startsWith(UPDATED)) && !TREATMENTS.containsKey(key);
    }

    /** An attribute is a list in the user representation, also with one value. */
    private static @Nullable Object values(@Nullable String joined) {
        return joined == null ? null : List.of(joined.split(BETWEEN_VALUES, -1));
    }

    private static Map<String, Treatment> read(TextFile file) {
        var treatments = new HashMap<String, Treatment>();
        for (var line : file.lines()) {
            if (TextFile.isForPeople(line)) {
                continue;
            }
            var columns = line.split("\t", -1);
            if (columns.length != 3
                    || treatments.put(columns[0], Treatment.valueOf(columns[1].toUpperCase(Locale.ROOT))) != null) {
                throw new IllegalStateException("event-details: " + line);
            }
        }
        return Map.copyOf(treatments);
    }

    /** Whether the table says what becomes of a detail. */
    static boolean isDecided(String key) {
        return TREATMENTS.containsKey(key);
    }
}
