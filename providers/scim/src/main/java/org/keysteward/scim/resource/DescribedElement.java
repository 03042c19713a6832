package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;

/** The element that a filter describes in full, being nothing but equalities joined by {@code and}. */
final class DescribedElement {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DescribedElement() {}

    /** Empty where the filter leaves open what the element is. */
    static Optional<ObjectNode> of(Filter filter) throws ScimException {
        var element = NODES.objectNode();
        return describe(filter, element) ? Optional.of(element) : Optional.empty();
    }

    private static boolean describe(Filter filter, ObjectNode element) throws ScimException {
        if (filter instanceof Filter.And and) {
            for (var operand : and.operands()) {
                if (!describe(operand, element)) {
                    return false;
                }
            }
            return true;
        }
        return filter instanceof Filter.Comparison comparison && describe(comparison, element);
    }

    private static boolean describe(Filter.Comparison comparison, ObjectNode element) throws ScimException {
        var sub = comparison.path().sub();
        if (sub == null
                || sub.mutability() == Mutability.READ_ONLY
                || comparison.operator() != Operator.EQ
                || comparison.value() instanceof Literal.Null
                || element.has(sub.name())) {
            return false;
        }
        element.set(sub.name(), SimpleValue.read(sub, json(sub, comparison.value())));
        return true;
    }

    private static JsonNode json(Attribute attribute, Literal literal) {
        if (literal instanceof Literal.Text text) {
            return NODES.textNode(text.value());
        }
        if (literal instanceof Literal.Truth truth) {
            return NODES.booleanNode(truth.value());
        }
        if (literal instanceof Literal.Number number) {
            return number(attribute, number.value());
        }
        if (literal instanceof Literal.Time time) {
            return NODES.textNode(time.value().toString());
        }
        return NODES.nullNode();
    }

    private static JsonNode number(Attribute attribute, BigDecimal value) {
        var isWhole = attribute.type() == AttributeType.INTEGER && value.scale() == 0;
        return isWhole ? NODES.numberNode(value.unscaledValue()) : NODES.numberNode(value);
    }
}
