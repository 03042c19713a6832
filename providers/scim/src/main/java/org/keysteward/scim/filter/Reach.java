package org.keysteward.scim.filter;

import java.util.ArrayList;
import java.util.List;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;

/**
 * Whom of one type a filter finds that is about several types. An attribute that the type lacks is as if it had no value
 * (RFC 7644, section 3.4.2.1): {@code pr} and {@code eq} never hold of it, {@code ne} always does.
 */
public sealed interface Reach {
    /** Whoever is of the type: nothing of what it has decides. */
    record Everybody() implements Reach {}

    record Nobody() implements Reach {}

    /** @param filter without attributes that the type lacks */
    record Some(Filter filter) implements Reach {}

    /** @param filter its attributes are those of the type, or of others */
    static Reach of(Filter filter, ResourceType type) {
        if (filter instanceof Filter.And and) {
            return and(and.operands(), type);
        }
        if (filter instanceof Filter.Or or) {
            return or(or.operands(), type);
        }
        if (filter instanceof Filter.Not not) {
            return not(of(not.operand(), type));
        }
        if (filter instanceof Filter.Comparison comparison) {
            return has(type, comparison.path()) ? new Some(filter) : withoutValue(comparison);
        }
        var path = filter instanceof Filter.Present present ? present.path() : ((Filter.Element) filter).attribute();
        return has(type, path) ? new Some(filter) : new Nobody();
    }

    private static Reach and(List<Filter> operands, ResourceType type) {
        var left = new ArrayList<Filter>();
        for (var operand : operands) {
            var reach = of(operand, type);
            if (reach instanceof Nobody) {
                return reach;
            }
            if (reach instanceof Some some) {
                left.add(some.filter());
            }
        }
        if (left.isEmpty()) {
            return new Everybody();
        }
        return new Some(left.size() == 1 ? left.get(0) : new Filter.And(left));
    }

    private static Reach or(List<Filter> operands, ResourceType type) {
        var left = new ArrayList<Filter>();
        for (var operand : operands) {
            var reach = of(operand, type);
            if (reach instanceof Everybody) {
                return reach;
            }
            if (reach instanceof Some some) {
                left.add(some.filter());
            }
        }
        if (left.isEmpty()) {
            return new Nobody();
        }
        return new Some(left.size() == 1 ? left.get(0) : new Filter.Or(left));
    }

    private static Reach not(Reach reach) {
        if (reach instanceof Some some) {
            return new Some(new Filter.Not(some.filter()));
        }
        return reach instanceof Nobody ? new Everybody() : new Nobody();
    }

    private static Reach withoutValue(Filter.Comparison comparison) {
        var wanted = comparison.value() instanceof Literal.Null ? Operator.EQ : Operator.NE;
        return comparison.operator() == wanted ? new Everybody() : new Nobody();
    }

    private static boolean has(ResourceType type, AttributePath path) {
        var extension = path.extension();
        return extension == null
                ? type.attribute(path.attribute().name())
                        .filter(path.attribute()::equals)
                        .isPresent()
                : type.extension(extension.id()).filter(extension::equals).isPresent();
    }
}
