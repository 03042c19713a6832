package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keysteward.scim.ScimException;

/**
 * A page by index, and how many resources the list has in all.
 *
 * @param page whole resources
 */
record Counted(List<ObjectNode> page, long total) {
    Counted {
        page = List.copyOf(page);
    }

    /** Counts where the page itself does not say it: the last one does, and so does an only one. */
    static Counted of(Resources resources, Paging paging, List<ObjectNode> page) throws ScimException {
        var isLast = page.size() < paging.count() && (!page.isEmpty() || paging.skip() == 0);
        return new Counted(page, isLast ? paging.skip() + page.size() : resources.count(paging.filter()));
    }
}
