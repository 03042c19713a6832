package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Values that are rows of ours: a predicate is one {@code EXISTS}. */
final class ValueHome implements Home {
    private final HibernateCriteriaBuilder builder;
    private final AbstractQuery<?> query;
    private final Comparing comparing;
    private final String scopeId;
    private final Expression<String> resourceId;
    private final AttributePath path;
    private final @Nullable Expression<Integer> element;

    /** @param element the one whose values are looked at; null for any */
    ValueHome(
            HibernateCriteriaBuilder builder,
            AbstractQuery<?> query,
            String scopeId,
            Expression<String> resourceId,
            AttributePath path,
            @Nullable Expression<Integer> element) {
        this.builder = builder;
        this.query = query;
        this.comparing = new Comparing(builder);
        this.scopeId = scopeId;
        this.resourceId = resourceId;
        this.path = path;
        this.element = element;
    }

    @Override
    public Predicate compare(Operator operator, Literal literal) {
        var some = exists(row -> compare(row, operator, literal));
        // What has no value is not equal to any.
        return operator == Operator.NE ? builder.or(some, builder.not(present())) : some;
    }

    @Override
    public Predicate present() {
        return exists(row -> builder.notEqual(row.<String>get("lowerText"), ""));
    }

    /** Of several values that of the primary element, or else of the first (RFC 7644, section 3.4.2.3). */
    @Override
    public Optional<Expression<?>> order() {
        return switch (path.leaf().type()) {
            case BOOLEAN, COMPLEX -> Optional.empty();
            case DECIMAL, INTEGER, DATE_TIME -> Optional.of(ordering(BigDecimal.class, "number"));
            case STRING, BINARY, REFERENCE ->
                Optional.of(ordering(String.class, path.leaf().caseExact() ? "exactText" : "lowerText"));
        };
    }

    private <T> Subquery<T> ordering(Class<T> type, String column) {
        var value = query.subquery(type);
        var row = value.from(ScimValueEntity.class);
        value.select(row.get(column));
        if (!path.attribute().multiValued()) {
            return value.where(ofAttribute(row));
        }
        return value.where(
                ofAttribute(row),
                builder.equal(row.get("element"), builder.coalesce(primaryElement(value), firstElement(value))));
    }

    private Subquery<Integer> primaryElement(Subquery<?> inside) {
        var number = inside.subquery(Integer.class);
        var row = number.from(ScimValueEntity.class);
        return number.select(builder.min(row.<Integer>get("element")))
                .where(
                        ofAnyPart(row),
                        builder.equal(row.get("sub"), "primary"),
                        builder.equal(row.get("lowerText"), "true"));
    }

    private Subquery<Integer> firstElement(Subquery<?> inside) {
        var number = inside.subquery(Integer.class);
        var row = number.from(ScimValueEntity.class);
        return number.select(builder.min(row.<Integer>get("element"))).where(ofAnyPart(row));
    }

    /** The resources that have it, for where an {@code EXISTS} beside something else would read them all. */
    Subquery<String> resourcesWhere(Operator operator, Literal literal) {
        var found = query.subquery(String.class);
        var row = found.from(ScimValueEntity.class);
        found.select(row.get("resourceId"))
                .where(
                        builder.equal(row.get("scopeId"), scopeId),
                        builder.equal(row.get("attribute"), attribute(path)),
                        builder.equal(row.get("sub"), sub(path)),
                        compare(row, operator, literal));
        return found;
    }

    /** As rows name it. */
    static String attribute(AttributePath path) {
        return ValueRows.prefix(path.extension()) + path.attribute().name();
    }

    private static String sub(AttributePath path) {
        return path.sub() == null ? "" : path.sub().name();
    }

    private Predicate exists(Function<Root<ScimValueEntity>, Predicate> condition) {
        var one = query.subquery(Integer.class);
        var row = one.from(ScimValueEntity.class);
        one.select(builder.literal(1)).where(ofAttribute(row), condition.apply(row));
        return builder.exists(one);
    }

    private Predicate ofAttribute(Root<ScimValueEntity> row) {
        var same = builder.and(ofAnyPart(row), builder.equal(row.get("sub"), sub(path)));
        return element == null ? same : builder.and(same, builder.equal(row.get("element"), element));
    }

    private Predicate ofAnyPart(Root<ScimValueEntity> row) {
        return builder.and(
                builder.equal(row.get("scopeId"), scopeId),
                builder.equal(row.get("resourceId"), resourceId),
                builder.equal(row.get("attribute"), attribute(path)));
    }

    private Predicate compare(Root<ScimValueEntity> row, Operator operator, Literal literal) {
        var exact = path.leaf().caseExact();
        if (literal instanceof Literal.Number number) {
            return comparing.number(row.<BigDecimal>get("number"), operator, number.value());
        }
        if (literal instanceof Literal.Time time) {
            return comparing.number(
                    row.<BigDecimal>get("number"),
                    operator,
                    BigDecimal.valueOf(time.value().toEpochMilli()));
        }
        var text = literal instanceof Literal.Truth truth ? new Literal.Text(Boolean.toString(truth.value())) : literal;
        Expression<String> indexed = row.get(exact ? "exactText" : "lowerText");
        if (!operator.isPartial()) {
            return comparing.text(indexed, operator, stored(text, exact), exact);
        }
        Expression<String> full = row.get("fullText");
        var whole = builder.coalesce(exact ? full : builder.lower(full), indexed);
        return comparing.text(whole, operator, text, exact);
    }

    /** Long texts are cut in the index: what they are compared with is cut alike. */
    private static Literal stored(Literal literal, boolean exact) {
        if (!(literal instanceof Literal.Text text)) {
            return literal;
        }
        return new Literal.Text(exact ? StoredValue.exact(text.value()) : StoredValue.lower(text.value()));
    }
}
