package org.keysteward.scim.filter;

import java.util.List;
import org.keysteward.scim.AttributePath;

/** A filter over resources of one type, or over the elements of one attribute (RFC 7644, section 3.4.2.2). */
public sealed interface Filter {
    record And(List<Filter> operands) implements Filter {
        public And {
            operands = List.copyOf(operands);
        }
    }

    record Or(List<Filter> operands) implements Filter {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    record Not(Filter operand) implements Filter {}

    /**
     * At least one value compares so.
     *
     * @param path to something that is not complex; of an attribute whose elements have a {@code value}, to that
     */
    record Comparison(AttributePath path, Operator operator, Literal value) implements Filter {}

    /** There is a value that is not empty. */
    record Present(AttributePath path) implements Filter {}

    /**
     * At least one element of a complex attribute satisfies all that is inside: {@code emails[type eq "work"]}.
     *
     * @param attribute without a sub-attribute
     * @param inside its paths lead to sub-attributes of the attribute, and it has no further {@code Element}
     */
    record Element(AttributePath attribute, Filter inside) implements Filter {}
}
