package org.keysteward.audit.catalogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.keysteward.kernel.AuditEntry.Category;

/**
 * Something that can happen.
 *
 * @param key dotted, such as {@code user.signed_in}
 * @param description a sentence for people
 */
public record Action(String key, Category category, Set<Tag> tags, String description) {
    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z_]+)+");

    public Action {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not the key of an action: " + key);
        }
        tags = Set.copyOf(tags);
    }

    /** The tags as they stand in a record: sorted. */
    public List<String> tagTexts() {
        return tags.stream().map(Tag::text).sorted().toList();
    }
}
