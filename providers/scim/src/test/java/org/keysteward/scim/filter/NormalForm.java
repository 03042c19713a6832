package org.keysteward.scim.filter;

import java.util.List;
import java.util.stream.Collectors;
import org.keysteward.scim.AttributePath;

/** Filters and paths as tables write them: every parenthesis, and whole paths with the names of extensions. */
final class NormalForm {
    private NormalForm() {}

    static String of(PatchPath path) {
        if (path instanceof PatchPath.OfExtension extension) {
            return "all of " + extension.extension().name();
        }
        var attribute = (PatchPath.OfAttribute) path;
        var elements = attribute.elements();
        return elements == null ? of(attribute.attribute()) : of(attribute.attribute()) + " where " + of(elements);
    }

    static String of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.operands(), " and ");
        }
        if (filter instanceof Filter.Or or) {
            return joined(or.operands(), " or ");
        }
        if (filter instanceof Filter.Not not) {
            return "not(" + of(not.operand()) + ")";
        }
        if (filter instanceof Filter.Present present) {
            return of(present.path()) + " pr";
        }
        if (filter instanceof Filter.Comparison comparison) {
            return of(comparison.path()) + " " + comparison.operator() + " " + of(comparison.value());
        }
        var element = (Filter.Element) filter;
        return of(element.attribute()) + "[" + of(element.inside()) + "]";
    }

    private static String joined(List<Filter> operands, String between) {
        return operands.stream().map(NormalForm::of).collect(Collectors.joining(between, "(", ")"));
    }

    private static String of(AttributePath path) {
        var extension = path.extension();
        return extension == null
                ? path.toString()
                : path.toString().replace(extension.id() + ":", extension.name() + ":");
    }

    private static String of(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "<" + text.value() + ">";
        }
        if (literal instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (literal instanceof Literal.Truth truth) {
            return String.valueOf(truth.value());
        }
        if (literal instanceof Literal.Time time) {
            return time.value().toString();
        }
        return "null";
    }
}
