package org.keysteward.audit.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Conditions of a statement that all hold: constant texts, and the values of their parameters. */
final class Condition {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Condition and(String constant, Object... parameters) {
        text.append(" and ").append(constant);
        values.addAll(List.of(parameters));
        return this;
    }

    Condition copy() {
        var copy = new Condition();
        copy.text.append(text);
        copy.values.addAll(values);
        return copy;
    }

    /** @param column a constant */
    Condition in(String column, Collection<String> among) {
        return and(column + " in " + Sql.marks(among.size()), among.toArray());
    }

    /** @param constants each with one parameter */
    Condition anyOf(String constant, Collection<String> parameters) {
        return and(
                "(" + String.join(" or ", java.util.Collections.nCopies(parameters.size(), constant)) + ")",
                parameters.toArray());
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
