package org.keysteward.scim.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an attribute is compared with; of the attribute's type. */
public sealed interface Literal {
    /** For texts, references and binary values (base64, as sent). */
    record Text(String value) implements Literal {}

    record Number(BigDecimal value) implements Literal {
        private static final int MAX_LENGTH = 40;
        private static final Pattern FORM = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

        /** A number of JSON, of a size whose digits can be written down; nothing for any other text. */
        public static Optional<Number> of(String text) {
            if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
                return Optional.empty();
            }
            return Optional.of(new Number(new BigDecimal(text)));
        }
    }

    record Truth(boolean value) implements Literal {
        /** {@code true} and {@code false} in any case; nothing for any other text. */
        public static Optional<Truth> of(String text) {
            var value = text.equalsIgnoreCase("true");
            return value || text.equalsIgnoreCase("false") ? Optional.of(new Truth(value)) : Optional.empty();
        }
    }

    record Time(Instant value) implements Literal {
        private static final int LAST_YEAR = 9999;

        /**
         * A date and time of ISO 8601 with its offset, of the years 0 to 9999 (RFC 7643, section 2.3.5); nothing for any
         * other text.
         */
        public static Optional<Time> of(String text) {
            try {
                var time = OffsetDateTime.parse(text);
                var fits = time.getYear() >= 0 && time.getYear() <= LAST_YEAR;
                return fits ? Optional.of(new Time(time.toInstant())) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** No value: an attribute that has none equals it (RFC 7643, section 2.5). */
    record Null() implements Literal {}
}
