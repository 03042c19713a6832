package org.keysteward.audit.keycloak;

import java.util.List;
import org.keysteward.audit.catalogue.Action;
import org.keysteward.audit.query.AuditFilter;

/** Something that can happen. */
public record ActionView(String key, String category, List<String> tags, String description) {
    static ActionView of(Action action) {
        return new ActionView(
                action.key(), AuditFilter.key(action.category()), action.tagTexts(), action.description());
    }
}
