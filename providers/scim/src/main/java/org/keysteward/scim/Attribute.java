package org.keysteward.scim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a schema says of one attribute (RFC 7643, section 7).
 *
 * @param name as the schema spells it; requests may spell it in any case
 * @param subAttributes of a complex attribute, and of no other
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<Attribute> subAttributes) {

    public Attribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
        if (subAttributes.isEmpty() == (type == AttributeType.COMPLEX)) {
            throw new IllegalArgumentException("Complex attributes have sub-attributes, and no others: " + name);
        }
        requireDistinct(subAttributes);
    }

    /** A single text that anybody may read and write; the start of every other. */
    public static Attribute of(String name, AttributeType type, String description) {
        return new Attribute(
                name,
                type,
                false,
                description,
                false,
                List.of(),
                type == AttributeType.REFERENCE || type == AttributeType.BINARY,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of());
    }

    public static Attribute text(String name, String description) {
        return of(name, AttributeType.STRING, description);
    }

    public static Attribute complex(String name, String description, Attribute... subAttributes) {
        return new Attribute(
                name,
                AttributeType.COMPLEX,
                false,
                description,
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(subAttributes));
    }

    public Attribute manyValued() {
        return changed(true, required, canonicalValues, caseExact, mutability, returned, uniqueness, referenceTypes);
    }

    public Attribute mandatory() {
        return changed(multiValued, true, canonicalValues, caseExact, mutability, returned, uniqueness, referenceTypes);
    }

    public Attribute exactCase() {
        return changed(multiValued, required, canonicalValues, true, mutability, returned, uniqueness, referenceTypes);
    }

    public Attribute with(Mutability other) {
        return changed(multiValued, required, canonicalValues, caseExact, other, returned, uniqueness, referenceTypes);
    }

    public Attribute with(Returned other) {
        return changed(
                multiValued, required, canonicalValues, caseExact, mutability, other, uniqueness, referenceTypes);
    }

    public Attribute with(Uniqueness other) {
        return changed(multiValued, required, canonicalValues, caseExact, mutability, returned, other, referenceTypes);
    }

    /** Other values are taken too: the list is a suggestion. */
    public Attribute suggesting(String... values) {
        return changed(
                multiValued, required, List.of(values), caseExact, mutability, returned, uniqueness, referenceTypes);
    }

    public Attribute referringTo(String... types) {
        return changed(
                multiValued, required, canonicalValues, caseExact, mutability, returned, uniqueness, List.of(types));
    }

    /** By name, in any case. */
    public Optional<Attribute> subAttribute(String wanted) {
        return named(subAttributes, wanted);
    }

    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }

    private Attribute changed(
            boolean multiValued,
            boolean required,
            List<String> canonicalValues,
            boolean caseExact,
            Mutability mutability,
            Returned returned,
            Uniqueness uniqueness,
            List<String> referenceTypes) {
        return new Attribute(
                name,
                type,
                multiValued,
                description,
                required,
                canonicalValues,
                caseExact,
                mutability,
                returned,
                uniqueness,
                referenceTypes,
                subAttributes);
    }

    static Optional<Attribute> named(List<Attribute> attributes, String wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name.equalsIgnoreCase(wanted))
                .findFirst();
    }

    static void requireDistinct(List<Attribute> attributes) {
        var seen = new HashSet<String>();
        for (var attribute : attributes) {
            if (!seen.add(attribute.name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Twice: " + attribute.name);
            }
        }
    }
}
