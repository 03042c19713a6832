package org.keysteward.audit.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.catalogue.Tag;
import org.keysteward.audit.integrity.CanonicalJson;
import org.keysteward.kernel.AuditEntry.Category;
import org.keysteward.kernel.FieldErrors;

/**
 * Which records are asked for: those that meet all of it.
 *
 * @param actor a pseudonymous id, exactly
 * @param target an id, exactly
 * @param ip an address as the record has it, exactly
 * @param from the first moment
 * @param to the first moment that is not meant any more
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable ActionPattern action,
        @Nullable Category category,
        @Nullable String target,
        @Nullable String ip,
        @Nullable Boolean success,
        @Nullable Tag tag,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable NamePattern name) {
    public static final String TIMES_FROM = "from";
    public static final String TIMES_TO = "to";

    /** What a filter without a time understands. */
    public static final List<String> TIMELESS =
            List.of("actor", "action", "category", "target", "ip", "outcome", "tag", "name");

    private static final int MAX_ID = 255;
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,39}(%[0-9A-Za-z._-]{1,20})?");

    /**
     * @param values by name; what is no filter is not looked at
     * @param errors told of everything that is wrong, as {@code ?name}
     */
    public static AuditFilter of(Map<String, String> values, FieldErrors errors) {
        var read = new Reading(values, errors);
        var filter = new AuditFilter(
                read.id("actor"),
                read.as(
                        "action",
                        ActionPattern::of,
                        "An action is written like user.signed_in, its beginning like user.* or user.sign*."),
                read.as("category", AuditFilter::category, "A category is one of " + categories() + "."),
                read.id("target"),
                read.as(
                        "ip",
                        text -> ADDRESS.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                        "An address is written like 192.0.2.1 or 2001:db8::1."),
                read.as("outcome", AuditFilter::success, "An outcome is success or failure."),
                read.as("tag", AuditFilter::tag, "A tag is one of " + tags() + "."),
                errors.optionalTime("?" + TIMES_FROM, values.get(TIMES_FROM)).orElse(null),
                errors.optionalTime("?" + TIMES_TO, values.get(TIMES_TO)).orElse(null),
                read.as(
                        "name",
                        NamePattern::of,
                        "A name is written whole, or at least its first two characters and * behind them."));
        if (filter.from != null && filter.to != null && filter.from.isAfter(filter.to)) {
            errors.add("?" + TIMES_FROM, "The beginning comes after the end.");
        }
        return filter;
    }

    /** What is asked for, as one text: two filters that ask for the same have the same. */
    public String canonical() {
        return CanonicalJson.text(texts());
    }

    /** By which names it was asked; nothing of what was asked for. */
    public List<String> used() {
        return List.copyOf(texts().keySet());
    }

    private Map<String, Object> texts() {
        var texts = new LinkedHashMap<String, Object>();
        put(texts, "actor", actor);
        put(texts, "action", action);
        put(texts, "category", category);
        put(texts, "target", target);
        put(texts, "ip", ip);
        put(texts, "outcome", success);
        put(texts, "tag", tag);
        put(texts, TIMES_FROM, from);
        put(texts, TIMES_TO, to);
        put(texts, "name", name);
        return texts;
    }

    private static void put(Map<String, Object> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    private static Optional<Category> category(String text) {
        return Arrays.stream(Category.values())
                .filter(category -> key(category).equals(text))
                .findFirst();
    }

    private static Optional<Tag> tag(String text) {
        return Arrays.stream(Tag.values())
                .filter(tag -> tag.text().equals(text))
                .findFirst();
    }

    private static Optional<Boolean> success(String text) {
        return switch (text) {
            case "success" -> Optional.of(true);
            case "failure" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** As records have it. */
    public static String key(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private static String categories() {
        return Arrays.stream(Category.values()).map(AuditFilter::key).collect(Collectors.joining(", "));
    }

    private static String tags() {
        return Arrays.stream(Tag.values()).map(Tag::text).collect(Collectors.joining(", "));
    }

    /** Reads one value after another and says what is wrong with each. */
    private record Reading(Map<String, String> values, FieldErrors errors) {
        @Nullable String id(String name) {
            var value = values.get(name);
            return value != null && errors.requireText("?" + name, value, MAX_ID) ? value : null;
        }

        <T> @Nullable T as(String name, Function<String, Optional<T>> reader, String otherwise) {
            var value = values.get(name);
            if (value == null) {
                return null;
            }
            var read = reader.apply(value);
            if (read.isEmpty()) {
                errors.add("?" + name, otherwise);
            }
            return read.orElse(null);
        }
    }
}
