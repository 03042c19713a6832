package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Optional;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** Where the values of one attribute are in the database, and how they are looked for. */
interface Home {
    /** Some value compares so. */
    Predicate compare(Operator operator, Literal literal);

    /** There is a value that is not empty. */
    Predicate present();

    /** What to sort by; empty where there is no order. */
    default Optional<Expression<?>> order() {
        return Optional.empty();
    }
}
