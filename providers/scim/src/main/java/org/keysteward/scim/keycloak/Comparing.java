package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Locale;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Compares a column with what a filter asks for; values are parameters, always. */
final class Comparing {
    private static final char ESCAPE = '!';

    private final CriteriaBuilder builder;

    Comparing(CriteriaBuilder builder) {
        this.builder = builder;
    }

    /**
     * @param column of texts; in lower case where case does not matter
     * @param exact whether case matters
     */
    Predicate text(Expression<String> column, Operator operator, Literal literal, boolean exact) {
        if (!(literal instanceof Literal.Text text)) {
            return builder.disjunction();
        }
        var wanted = exact ? text.value() : text.value().toLowerCase(Locale.ROOT);
        return switch (operator) {
            case EQ -> builder.equal(column, wanted);
            case NE -> builder.notEqual(column, wanted);
            case CO -> like(column, "%" + escaped(wanted) + "%");
            case SW -> like(column, escaped(wanted) + "%");
            case EW -> like(column, "%" + escaped(wanted));
            case GT -> builder.greaterThan(column, wanted);
            case GE -> builder.greaterThanOrEqualTo(column, wanted);
            case LT -> builder.lessThan(column, wanted);
            case LE -> builder.lessThanOrEqualTo(column, wanted);
        };
    }

    <N extends Number & Comparable<N>> Predicate number(Expression<N> column, Operator operator, N value) {
        return switch (operator) {
            case EQ -> builder.equal(column, value);
            case NE -> builder.notEqual(column, value);
            case GT -> builder.greaterThan(column, value);
            case GE -> builder.greaterThanOrEqualTo(column, value);
            case LT -> builder.lessThan(column, value);
            case LE -> builder.lessThanOrEqualTo(column, value);
            case CO, SW, EW -> builder.disjunction();
        };
    }

    private Predicate like(Expression<String> column, String pattern) {
        return builder.like(column, pattern, ESCAPE);
    }

    /** What somebody types is no pattern. */
    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
