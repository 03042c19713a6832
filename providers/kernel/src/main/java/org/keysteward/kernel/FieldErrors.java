package org.keysteward.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with a body, so that the caller mends it in one go. */
public final class FieldErrors {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final List<Problem.FieldError> errors = new ArrayList<>();

    public void add(String pointer, String detail) {
        errors.add(new Problem.FieldError(pointer, detail));
    }

    /** Whether the text is there and within {@code maxLength} characters; says so where it is not. */
    public boolean requireText(String pointer, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            add(pointer, "This field is needed.");
            return false;
        }
        if (value.length() > maxLength) {
            add(pointer, "At most " + maxLength + " characters; these are " + value.length() + ".");
            return false;
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            add(pointer, "Control characters are not allowed.");
            return false;
        }
        return true;
    }

    /** The time that the text names, where there is one and it names one; says so where it names none. */
    public Optional<Instant> optionalTime(String pointer, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            var time = Instant.parse(value);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return Optional.of(time);
            }
        } catch (DateTimeException e) {
            // Said below, as for a time that is out of bounds.
        }
        add(pointer, "A time is written like 2030-12-31T23:59:59Z, between the years 1970 and 9999.");
        return Optional.empty();
    }

    public Optional<Problem> problem() {
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalidFields(errors));
    }

    /** Escapes one reference token of a JSON pointer (RFC 6901, section 3). */
    public static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
