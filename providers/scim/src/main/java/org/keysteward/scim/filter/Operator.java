package org.keysteward.scim.filter;

import java.util.Locale;
import java.util.Optional;

/** How a filter compares (RFC 7644, table 3); {@code pr} is {@link Filter.Present}. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    /** By name, in any case. */
    public static Optional<Operator> of(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it looks for a part of a text. */
    public boolean isPartial() {
        return this == CO || this == SW || this == EW;
    }

    /** Whether it needs an order of values. */
    public boolean isOrdering() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    /** Whether two values compare so, whose order is as {@link Comparable} has it. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case CO, SW, EW -> false;
        };
    }

    /** As filters spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
