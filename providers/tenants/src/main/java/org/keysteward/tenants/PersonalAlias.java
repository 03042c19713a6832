package org.keysteward.tenants;

import java.util.Locale;

/**
 * What a tenant of one person is called: after them, and with an end that nobody else has.
 *
 * @param username of whom it belongs to; an e-mail address gives its part before the @
 * @param random unlike any other
 */
public record PersonalAlias(String username, long random) {
    private static final int MAX_NAME = 40;
    private static final int RADIX = 36;
    private static final String NOTHING_LEFT = "personal";

    public String text() {
        var at = username.indexOf('@');
        var name = (at > 0 ? username.substring(0, at) : username)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = name.length() > MAX_NAME ? name.substring(0, MAX_NAME).replaceAll("-+$", "") : name;
        return (cut.isEmpty() ? NOTHING_LEFT : cut) + "-" + Long.toUnsignedString(random, RADIX);
    }
}
