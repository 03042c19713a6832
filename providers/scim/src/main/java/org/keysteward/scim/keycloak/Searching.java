package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Says a filter in the database's words: what it compares with is a parameter, always. */
abstract class Searching {
    /** PostgreSQL's order of characters; its "C" would have to be quoted, which Hibernate does not do. */
    private static final String BY_CHARACTER = "ucs_basic";

    final HibernateCriteriaBuilder builder;
    final AbstractQuery<?> query;
    final ColumnHomes columns;
    final Call call;
    private final Expression<String> resourceId;

    Searching(HibernateCriteriaBuilder builder, AbstractQuery<?> query, Call call, Expression<String> resourceId) {
        this.builder = builder;
        this.query = query;
        this.columns = new ColumnHomes(builder);
        this.call = call;
        this.resourceId = resourceId;
    }

    /** Where Keycloak keeps the attribute; empty where we do. */
    abstract Optional<Home> keycloakHome(AttributePath path) throws ScimException;

    /** Elements that are rows of Keycloak's, such as memberships; empty where they are ours. */
    abstract Optional<Predicate> keycloakElement(Filter.Element element) throws ScimException;

    final Predicate of(Filter filter) throws ScimException {
        return of(filter, this::home);
    }

    final Home home(AttributePath path) throws ScimException {
        var known = keycloakHome(path);
        return known.isPresent() ? known.get() : value(query, path, null);
    }

    /** What to sort by: texts in the order of their characters, whatever language the database believes in. */
    @SuppressWarnings("unchecked")
    final Expression<?> order(AttributePath path) throws ScimException {
        var order = home(path)
                .order()
                .orElseThrow(() -> ScimException.of(ScimType.INVALID_VALUE, "sortBy: " + path + " has no order."));
        return String.class.equals(order.getJavaType()) && isPostgres()
                ? builder.collate((Expression<String>) order, BY_CHARACTER)
                : order;
    }

    private boolean isPostgres() {
        return call.entityManager()
                        .getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect;
    }

    /** @param inside of which query the element is */
    final ValueHome value(AbstractQuery<?> inside, AttributePath path, @Nullable Expression<Integer> element) {
        return new ValueHome(builder, inside, call.scope().id(), resourceId, path, element);
    }

    /** Knows where the attributes are that a filter names. */
    interface Homes {
        Home home(AttributePath path) throws ScimException;
    }

    final Predicate of(Filter filter, Homes homes) throws ScimException {
        if (filter instanceof Filter.And and) {
            return builder.and(all(and.operands(), homes));
        }
        if (filter instanceof Filter.Or or) {
            return builder.or(all(or.operands(), homes));
        }
        if (filter instanceof Filter.Not not) {
            return builder.not(of(not.operand(), homes));
        }
        if (filter instanceof Filter.Present present) {
            return present(present.path(), homes);
        }
        if (filter instanceof Filter.Comparison comparison) {
            return comparison(comparison, homes);
        }
        return element((Filter.Element) filter);
    }

    static ScimException unsearchable(AttributePath path) {
        return ScimException.of(ScimType.INVALID_FILTER, "Nothing can be filtered or sorted by " + path + " here.");
    }

    private Predicate[] all(List<Filter> filters, Homes homes) throws ScimException {
        var predicates = new ArrayList<Predicate>();
        for (var filter : filters) {
            predicates.add(of(filter, homes));
        }
        return predicates.toArray(Predicate[]::new);
    }

    private Predicate comparison(Filter.Comparison comparison, Homes homes) throws ScimException {
        if (comparison.value() instanceof Literal.Null) {
            var present = present(comparison.path(), homes);
            return comparison.operator() == Operator.EQ ? builder.not(present) : present;
        }
        return homes.home(comparison.path()).compare(comparison.operator(), comparison.value());
    }

    /** A complex attribute is there where one of its parts is. */
    private Predicate present(AttributePath path, Homes homes) throws ScimException {
        if (!path.leaf().isComplex()) {
            return homes.home(path).present();
        }
        var parts = new ArrayList<Predicate>();
        for (var part : path.attribute().subAttributes()) {
            if (isSearchable(path, part.name())) {
                parts.add(homes.home(new AttributePath(path.extension(), path.attribute(), part))
                        .present());
            }
        }
        return builder.or(parts.toArray(Predicate[]::new));
    }

    /** Addresses are made from ids; and what members are called is not looked for in each group. */
    private static boolean isSearchable(AttributePath path, String part) {
        return switch (path.attribute().name()) {
            case "meta" -> !part.equals("location") && !part.equals("version");
            case "members" -> part.equals("value");
            default -> !part.equals("$ref");
        };
    }

    private Predicate element(Filter.Element element) throws ScimException {
        var known = keycloakElement(element);
        return known.isPresent() ? known.get() : ownElement(element, null);
    }

    /** @param after only elements behind this one; null for all */
    final Predicate ownElement(Filter.Element element, @Nullable Integer after) throws ScimException {
        var some = query.subquery(Integer.class);
        var row = some.from(ScimValueEntity.class);
        Expression<Integer> number = row.get("element");
        var conditions = new ArrayList<Predicate>();
        conditions.add(builder.equal(row.get("scopeId"), call.scope().id()));
        conditions.add(builder.equal(row.get("resourceId"), resourceId));
        conditions.add(builder.equal(row.get("attribute"), ValueHome.attribute(element.attribute())));
        if (after != null) {
            conditions.add(builder.greaterThan(number, after));
        }
        conditions.add(of(element.inside(), path -> value(some, path, number)));
        some.select(builder.literal(1)).where(conditions.toArray(Predicate[]::new));
        return builder.exists(some);
    }
}
