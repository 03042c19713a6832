package org.keysteward.scim.keycloak;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.scim.connection.AddressRange;

/**
 * What an administrator says of a connection.
 *
 * @param strict whether attributes of no schema are refused, and not only reported; no unless said
 * @param allowedAddresses addresses and ranges (CIDR) that calls may come from; anywhere unless said
 */
public record ConnectionBody(
        @Nullable String name,
        @Nullable Boolean strict,
        @Nullable List<@Nullable String> allowedAddresses) implements ApiBody {
    private static final int MAX_NAME = 255;
    private static final int MAX_ADDRESSES = 100;

    @Override
    public void validate(FieldErrors errors) {
        errors.requireText("/name", name, MAX_NAME);
        if (allowedAddresses == null) {
            return;
        }
        if (allowedAddresses.size() > MAX_ADDRESSES) {
            errors.add("/allowedAddresses", "At most " + MAX_ADDRESSES + " addresses and ranges.");
        }
        for (var i = 0; i < Math.min(allowedAddresses.size(), MAX_ADDRESSES); i++) {
            var range = allowedAddresses.get(i);
            if (range == null || AddressRange.of(range).isEmpty()) {
                errors.add(
                        "/allowedAddresses/" + i,
                        "This is no address and no range such as 198.51.100.0/24 or 2001:db8::/32.");
            }
        }
    }

    String text() {
        return name == null ? "" : name;
    }

    boolean isStrict() {
        return Boolean.TRUE.equals(strict);
    }

    List<String> addresses() {
        return allowedAddresses == null
                ? List.of()
                : allowedAddresses.stream().filter(Objects::nonNull).toList();
    }
}
