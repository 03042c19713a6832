package org.keysteward.tenants;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An internet domain, as it is compared: in lower case, and in ASCII (RFC 5890). */
public record DomainName(String value) {
    private static final int MAX_LENGTH = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    public DomainName {
        if (value.length() > MAX_LENGTH || !LABELS.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a domain: " + value);
        }
    }

    public static Optional<DomainName> of(String text) {
        try {
            return Optional.of(new DomainName(
                    IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
