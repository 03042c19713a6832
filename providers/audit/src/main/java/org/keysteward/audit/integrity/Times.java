package org.keysteward.audit.integrity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.keysteward.kernel.json.MalformedException;

/** Times as records and checkpoints have them: ISO 8601 in UTC, always with milliseconds. */
public final class Times {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    /** @throws MalformedException for any other form, also of the same moment */
    public static Instant parse(String text) throws MalformedException {
        try {
            var time = Instant.parse(text);
            if (text(time).equals(text)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw new MalformedException("Not a time in UTC with milliseconds.", e);
        }
        throw new MalformedException("Not a time in UTC with milliseconds.");
    }
}
