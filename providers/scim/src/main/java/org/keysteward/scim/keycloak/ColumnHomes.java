package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Optional;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Homes that are a column or as good as one. */
final class ColumnHomes {
    private final HibernateCriteriaBuilder builder;
    private final Comparing comparing;

    ColumnHomes(HibernateCriteriaBuilder builder) {
        this.builder = builder;
        this.comparing = new Comparing(builder);
    }

    /** Of a column where case matters, or that is in lower case anyhow. */
    Home exact(Expression<String> column) {
        return new Text(column, true);
    }

    /** Of a column in lower case. */
    Home lower(Expression<String> column) {
        return new Text(column, false);
    }

    /** Of a column in whatever case, where case does not matter. */
    Home anyCase(Expression<String> column) {
        return new Text(builder.lower(column), false);
    }

    Home truth(Predicate holds) {
        return new Truth(holds);
    }

    /** @param millis since the epoch */
    Home time(Expression<Long> millis) {
        return new Time(millis);
    }

    private final class Text implements Home {
        private final Expression<String> column;
        private final boolean exact;

        Text(Expression<String> column, boolean exact) {
            this.column = column;
            this.exact = exact;
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            var compared = comparing.text(column, operator, literal, exact);
            // Never neither true nor false, which a "not" around it would keep.
            return operator == Operator.NE
                    ? builder.or(column.isNull(), compared)
                    : builder.and(column.isNotNull(), compared);
        }

        @Override
        public Predicate present() {
            return builder.and(column.isNotNull(), builder.notEqual(column, ""));
        }

        @Override
        public Optional<Expression<?>> order() {
            return Optional.of(column);
        }
    }

    private final class Truth implements Home {
        private final Predicate holds;

        Truth(Predicate holds) {
            this.holds = holds;
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            var wanted = literal instanceof Literal.Truth truth && truth.value();
            return wanted == (operator == Operator.EQ) ? holds : builder.not(holds);
        }

        @Override
        public Predicate present() {
            return builder.conjunction();
        }
    }

    private final class Time implements Home {
        private final Expression<Long> millis;

        Time(Expression<Long> millis) {
            this.millis = millis;
        }

        @Override
        public Predicate compare(Operator operator, Literal literal) {
            return literal instanceof Literal.Time time
                    ? builder.and(
                            millis.isNotNull(),
                            comparing.number(millis, operator, time.value().toEpochMilli()))
                    : builder.disjunction();
        }

        @Override
        public Predicate present() {
            return millis.isNotNull();
        }

        @Override
        public Optional<Expression<?>> order() {
            return Optional.of(millis);
        }
    }
}
