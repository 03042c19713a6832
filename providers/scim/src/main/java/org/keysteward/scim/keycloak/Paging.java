package org.keysteward.scim.keycloak;

import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;

/**
 * Which resources of a list are asked for, and in what order; where nothing is said, one that is the same for each page.
 *
 * @param skip how many of those that meet the filter come before
 * @param after what all ids of the page are behind, in their order; null where {@code skip} says where it begins
 */
record Paging(
        @Nullable Filter filter,
        @Nullable AttributePath sortBy,
        boolean descending,
        int skip,
        @Nullable String after,
        int count) {

    Predicate[] conditions(CriteriaBuilder builder, Searching searching, Expression<String> id, Predicate within)
            throws ScimException {
        var conditions = new ArrayList<Predicate>(List.of(within));
        if (filter != null) {
            conditions.add(searching.of(filter));
        }
        if (after != null) {
            conditions.add(builder.greaterThan(id, after));
        }
        return conditions.toArray(Predicate[]::new);
    }

    /** What has no value comes last, ascending, and first, descending (RFC 7644, section 3.4.2.3). */
    List<Order> order(CriteriaBuilder builder, Searching searching, Expression<String> id) throws ScimException {
        if (sortBy == null) {
            return List.of(builder.asc(id));
        }
        var by = searching.order(sortBy);
        return List.of(descending ? builder.desc(by, Nulls.FIRST) : builder.asc(by, Nulls.LAST), builder.asc(id));
    }

    <T> TypedQuery<T> limit(TypedQuery<T> query) {
        return query.setFirstResult(skip).setMaxResults(count);
    }
}
