package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.FilterParser;
import org.keysteward.scim.filter.PatchPath;
import org.keysteward.scim.filter.PatchPathParser;
import org.keysteward.scim.filter.Reach;
import org.keysteward.scim.resource.ListQuery;
import org.keysteward.scim.resource.ListResponse;
import org.keysteward.scim.resource.SortOrder;

/** Pages of resources, by index (RFC 7644, section 3.4.2.4) and by cursor (RFC 9865). */
final class Listing {
    static final int DEFAULT_COUNT = 100;
    static final int MAX_COUNT = 1000;

    /** Every id is behind it. */
    private static final String FROM_THE_FIRST = "";

    private final Call call;

    Listing(Call call) {
        this.call = call;
    }

    ObjectNode of(Resources resources, ListQuery query) throws ScimException {
        var projection = query.projection(resources.type());
        var withMembers = projection.wants(GroupJson.MEMBERS);
        var filter = query.filter() == null ? null : FilterParser.parse(query.filter(), resources.type());
        var sortBy = query.sortBy() == null ? null : sortBy(query.sortBy(), resources);
        if (query.cursor() != null) {
            return byCursor(resources, query, filter, sortBy);
        }
        var found = resources.counted(
                new Paging(filter, sortBy, isDescending(query), query.startIndex() - 1, null, count(query)),
                withMembers);
        return ListResponse.indexed(
                        found.total(),
                        query.startIndex(),
                        found.page().stream().map(projection::apply).toList())
                .json();
    }

    /** All types, one behind the other. */
    ObjectNode ofAll(List<Resources> all, ListQuery query) throws ScimException {
        if (query.sortBy() != null || query.cursor() != null) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "sortBy and cursor are for one type of resources; search /Users or /Groups with them.");
        }
        var total = 0L;
        var skip = (long) query.startIndex() - 1;
        var page = new ArrayList<ObjectNode>();
        for (var one : searched(all, query)) {
            var found = one.resources().count(one.filter());
            var room = count(query) - page.size();
            if (skip < found && room > 0) {
                var projection = query.projection(one.resources().type());
                one.resources()
                        .page(
                                new Paging(one.filter(), null, false, (int) skip, null, room),
                                projection.wants(GroupJson.MEMBERS))
                        .forEach(resource -> page.add(projection.apply(resource)));
            }
            skip = Math.max(0, skip - found);
            total += found;
        }
        return ListResponse.indexed(total, query.startIndex(), page).json();
    }

    /** @param filter null for all of the type */
    private record Searched(Resources resources, @Nullable Filter filter) {}

    /** The types of which the filter may find somebody. */
    private static List<Searched> searched(List<Resources> all, ListQuery query) throws ScimException {
        if (query.filter() == null) {
            return all.stream().map(one -> new Searched(one, null)).toList();
        }
        var reaches = FilterParser.parse(
                query.filter(), all.stream().map(Resources::type).toList());
        var searched = new ArrayList<Searched>();
        for (var i = 0; i < all.size(); i++) {
            var reach = reaches.get(i);
            if (reach instanceof Reach.Everybody) {
                searched.add(new Searched(all.get(i), null));
            } else if (reach instanceof Reach.Some some) {
                searched.add(new Searched(all.get(i), some.filter()));
            }
        }
        return searched;
    }

    private ObjectNode byCursor(
            Resources resources, ListQuery query, @Nullable Filter filter, @Nullable AttributePath sortBy)
            throws ScimException {
        var projection = query.projection(resources.type());
        var count = countByCursor(query);
        var position = position(resources, query);
        if (count == 0) {
            return new ListResponse(resources.count(filter), null, null, null, List.of()).json();
        }
        // One more than is shown tells whether there is a next page.
        var found = resources.page(
                new Paging(
                        filter,
                        sortBy,
                        isDescending(query),
                        sortBy == null ? 0 : position.map(Integer::parseInt).orElse(0),
                        sortBy == null ? position.orElse(FROM_THE_FIRST) : null,
                        count + 1),
                projection.wants(GroupJson.MEMBERS));
        var page = found.subList(0, Math.min(count, found.size()));
        var next = found.size() > count
                ? cursor(
                        resources,
                        query,
                        sortBy == null
                                ? page.get(count - 1).path("id").asText()
                                : Integer.toString(
                                        position.map(Integer::parseInt).orElse(0) + count))
                : null;
        return new ListResponse(
                        null,
                        null,
                        null,
                        next,
                        page.stream().map(projection::apply).toList())
                .json();
    }

    private Optional<String> position(Resources resources, ListQuery query) {
        var cursor = query.cursor();
        return cursor == null || cursor.isEmpty()
                ? Optional.empty()
                : call.request().position(list(resources, query), cursor);
    }

    private String cursor(Resources resources, ListQuery query, String position) {
        return call.request().cursor(list(resources, query), position);
    }

    /** A cursor is good for the question that it was given out for, and for no other. */
    private String list(Resources resources, ListQuery query) {
        return String.join(
                "\0",
                "scim",
                call.scope().id(),
                resources.type().name(),
                String.valueOf(query.filter()),
                String.valueOf(query.sortBy()),
                query.sortOrder().name());
    }

    private static boolean isDescending(ListQuery query) {
        return query.sortOrder() == SortOrder.DESCENDING;
    }

    private static int count(ListQuery query) {
        var count = query.count();
        return count == null ? DEFAULT_COUNT : Math.min(count, MAX_COUNT);
    }

    /** Where an index has it cut, a cursor has it refused (RFC 9865, section 2.1). */
    private static int countByCursor(ListQuery query) throws ScimException {
        var count = query.count();
        if (count != null && count > MAX_COUNT) {
            throw ScimException.of(ScimType.INVALID_COUNT, "By cursor, count is from 0 to " + MAX_COUNT + ".");
        }
        return count == null ? DEFAULT_COUNT : count;
    }

    private static AttributePath sortBy(String text, Resources resources) throws ScimException {
        try {
            if (PatchPathParser.parse(text, resources.type()) instanceof PatchPath.OfAttribute path
                    && path.elements() == null) {
                return sortable(path.attribute());
            }
        } catch (ScimException e) {
            throw ScimException.of(ScimType.INVALID_VALUE, "sortBy: " + e.detail());
        }
        throw ScimException.of(ScimType.INVALID_VALUE, "sortBy names an attribute, and no elements of it.");
    }

    /** Of an attribute whose elements have a value, by that. */
    private static AttributePath sortable(AttributePath path) throws ScimException {
        if (!path.leaf().isComplex()) {
            return path;
        }
        var value = path.attribute()
                .subAttribute("value")
                .orElseThrow(() ->
                        ScimException.of(ScimType.INVALID_VALUE, "sortBy: " + path + " has parts; name one of them."));
        return new AttributePath(path.extension(), path.attribute(), value);
    }
}
