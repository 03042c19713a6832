package org.keysteward.scim.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keysteward.scim.AttributePath;

/**
 * Whether filters match (RFC 7644, table 3).
 *
 * <p>A comparison holds where it holds of one value at least. {@code ne} holds besides where there is no value: the RFC is
 * silent, and so of an attribute with one value it is the contrary of {@code eq}. Of an attribute with several it is not:
 * {@code emails.type ne "work"} finds whoever has a second address that is not for work. {@code pr} wants a value that is
 * not empty, and {@code eq null} is its contrary. Texts are compared without case unless the schema says otherwise.
 */
public final class Matching {
    private final Function<AttributePath, List<JsonNode>> values;

    private Matching(Function<AttributePath, List<JsonNode>> values) {
        this.values = values;
    }

    /** @param resource its members spelled as the schemas spell them */
    public static boolean matches(Filter filter, ObjectNode resource) {
        return new Matching(path -> values(path, resource)).holds(filter);
    }

    /**
     * Whether one element is meant.
     *
     * @param inside of a {@link Filter.Element}, or what a {@link PatchPath.OfAttribute} says of elements
     * @param element of the attribute that the filter is about
     */
    public static boolean matchesElement(Filter inside, JsonNode element) {
        return new Matching(path -> valuesOfElement(path, element).toList()).holds(inside);
    }

    private boolean holds(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.operands().stream().allMatch(this::holds);
        }
        if (filter instanceof Filter.Or or) {
            return or.operands().stream().anyMatch(this::holds);
        }
        if (filter instanceof Filter.Not not) {
            return !holds(not.operand());
        }
        if (filter instanceof Filter.Present present) {
            return isPresent(present.path());
        }
        if (filter instanceof Filter.Comparison comparison) {
            return holds(comparison);
        }
        var element = (Filter.Element) filter;
        return values.apply(element.attribute()).stream().anyMatch(value -> matchesElement(element.inside(), value));
    }

    private boolean isPresent(AttributePath path) {
        return values.apply(path).stream().anyMatch(Matching::hasContent);
    }

    private static boolean hasContent(JsonNode value) {
        if (value.isContainerNode()) {
            return children(value).anyMatch(Matching::hasContent);
        }
        return value.isTextual() ? !value.textValue().isEmpty() : !isMissing(value);
    }

    private boolean holds(Filter.Comparison comparison) {
        if (comparison.value() instanceof Literal.Null) {
            return isPresent(comparison.path()) == (comparison.operator() == Operator.NE);
        }
        var candidates = values.apply(comparison.path());
        if (candidates.isEmpty()) {
            return comparison.operator() == Operator.NE;
        }
        return candidates.stream().anyMatch(value -> holds(comparison, value));
    }

    private static boolean holds(Filter.Comparison comparison, JsonNode value) {
        var operator = comparison.operator();
        if (comparison.value() instanceof Literal.Text text) {
            var exact = comparison.path().leaf().caseExact();
            return holds(operator, folded(value.asText(), exact), folded(text.value(), exact));
        }
        return order(value, comparison.value()).map(operator::holds).orElse(operator == Operator.NE);
    }

    private static String folded(String text, boolean exact) {
        return exact ? text : text.toLowerCase(Locale.ROOT);
    }

    private static boolean holds(Operator operator, String value, String wanted) {
        return switch (operator) {
            case CO -> value.contains(wanted);
            case SW -> value.startsWith(wanted);
            case EW -> value.endsWith(wanted);
            case EQ, NE, GT, GE, LT, LE -> operator.holds(value.compareTo(wanted));
        };
    }

    /** As {@link Comparable} has it; nothing where the value is not of the literal's type. */
    private static Optional<Integer> order(JsonNode value, Literal wanted) {
        if (wanted instanceof Literal.Number number) {
            return number(value).map(present -> present.compareTo(number.value()));
        }
        if (wanted instanceof Literal.Truth truth) {
            return Literal.Truth.of(value.asText()).map(present -> Boolean.compare(present.value(), truth.value()));
        }
        if (wanted instanceof Literal.Time time) {
            return Literal.Time.of(value.asText())
                    .map(present -> present.value().compareTo(time.value()));
        }
        return Optional.empty();
    }

    /** Numbers too large for Jackson are infinite, and no decimal. */
    private static Optional<BigDecimal> number(JsonNode value) {
        var finite = value instanceof NumericNode number && !number.isNaN();
        return finite ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private static List<JsonNode> values(AttributePath path, JsonNode resource) {
        var extension = path.extension();
        var members = extension == null ? resource : resource.path(extension.id());
        return elements(members.path(path.attribute().name()))
                .flatMap(element -> valuesOfElement(path, element))
                .toList();
    }

    private static Stream<JsonNode> valuesOfElement(AttributePath path, JsonNode element) {
        var sub = path.sub();
        return elements(sub == null ? element : element.path(sub.name()));
    }

    /** One value is its own element; a null is none. */
    private static Stream<JsonNode> elements(JsonNode value) {
        var all = value.isArray() ? children(value) : Stream.of(value);
        return all.filter(element -> !isMissing(element));
    }

    private static Stream<JsonNode> children(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }

    private static boolean isMissing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
