package org.keysteward.scim.filter;

import java.math.BigDecimal;
import java.time.Instant;

/** What an attribute is compared with; of the attribute's type. */
public sealed interface Literal {
    /** For texts, references and binary values (base64, as sent). */
    record Text(String value) implements Literal {}

    record Number(BigDecimal value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    record Time(Instant value) implements Literal {}

    /** No value: an attribute that has none equals it (RFC 7643, section 2.5). */
    record Null() implements Literal {}
}
