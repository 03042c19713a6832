package org.keysteward.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, for the caller (RFC 9457).
 *
 * @param type the kind of problem
 * @param detail what this caller can do about it
 * @param errors the fields at fault, if any
 * @param extensions further members, such as {@code used} and {@code limit}
 */
public record Problem(ProblemType type, String detail, List<FieldError> errors, Map<String, Object> extensions) {
    /** @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter */
    public record FieldError(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    public static Problem invalidField(String pointer, String detail) {
        return invalidFields(List.of(new FieldError(pointer, detail)));
    }

    public static Problem invalidFields(List<FieldError> errors) {
        var detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are not valid; see errors.";
        return new Problem(ProblemType.INVALID_FIELD, detail, errors, Map.of());
    }

    /** One answer for a tenant that does not exist and for one that the caller may not know. */
    public static Problem unknownTenant() {
        return of(ProblemType.NOT_FOUND, "There is no such tenant, or you may not see it.");
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, detail, errors, more);
    }

    public Problem at(String pointer) {
        return new Problem(type, detail, List.of(new FieldError(pointer, detail)), extensions);
    }
}
