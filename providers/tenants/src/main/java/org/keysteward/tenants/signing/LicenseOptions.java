package org.keysteward.tenants.signing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.command.Arguments;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;

/** A license as it is written on the command line. */
record LicenseOptions(Arguments arguments, Clock clock) {
    static final Set<String> ALL =
            Set.of("key", "tenant", "issuer", "plan", "expires", "starts", "grace-days", "limit", "feature", "id");

    private static final Pattern REALM_PATH = Pattern.compile(".*/realms/[^/]+");

    /** @throws CommandException for usage where an option is missing or wrong */
    SignedLicense license() {
        arguments.requireNoWords();
        var now = clock.instant();
        var expires = time("expires", arguments.required("expires"));
        if (!expires.isAfter(now)) {
            throw CommandException.usage("--expires is in the past.");
        }
        try {
            return new SignedLicense(
                    arguments
                            .option("id")
                            .orElseGet(() -> new UuidV7(clock).next().toString()),
                    arguments.required("tenant"),
                    List.of(issuer(arguments)),
                    now,
                    arguments.option("starts").map(text -> time("starts", text)).orElse(now),
                    expires,
                    arguments.required("plan"),
                    limits(),
                    features(),
                    graceDays());
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Compared letter by letter later on; what cannot be a realm's issuer is a mistake of typing. */
    static String issuer(Arguments arguments) {
        var text = arguments.required("issuer");
        try {
            var uri = new URI(text);
            var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawPath() != null
                    && REALM_PATH.matcher(uri.getRawPath()).matches()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw notAnIssuer();
        }
        throw notAnIssuer();
    }

    private static CommandException notAnIssuer() {
        return CommandException.usage("--issuer is a realm's issuer, such as https://login.example/realms/customer.");
    }

    private static Instant time(String option, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw CommandException.usage(
                    "--" + option + " is a date such as 2027-12-31, or an instant such as" + " 2027-12-31T12:00:00Z.");
        }
    }

    private @Nullable Integer graceDays() {
        var text = arguments.option("grace-days");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text.get());
        } catch (NumberFormatException e) {
            throw CommandException.usage(
                    "--grace-days is a whole number from 0 to " + SignedLicense.MAX_GRACE_DAYS + ".");
        }
    }

    private Limits limits() {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        pairs("limit").forEach((key, text) -> {
            var limit = Limit.of(key).orElseThrow(() -> CommandException.usage("There is no limit " + key + "."));
            try {
                limits.put(limit, Long.valueOf(text));
            } catch (NumberFormatException e) {
                throw CommandException.usage("--limit " + key + " is a whole number from 0 to " + Limits.MAXIMUM + ".");
            }
        });
        return new Limits(limits);
    }

    private Map<String, Object> features() {
        var features = new LinkedHashMap<String, Object>();
        pairs("feature").forEach((name, text) -> {
            try {
                var value = Json.read(text);
                if (value == null) {
                    throw CommandException.usage("--feature " + name + " has no value.");
                }
                features.put(name, value);
            } catch (MalformedException e) {
                throw CommandException.usage(
                        "--feature " + name + " is not JSON; a text is written with its quotes, as in '\"gold\"'.");
            }
        });
        return features;
    }

    private Map<String, String> pairs(String option) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : arguments.all(option)) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandException.usage("--" + option + " is written as <name>=<value>.");
            }
            var name = pair.substring(0, equals);
            if (pairs.put(name, pair.substring(equals + 1)) != null) {
                throw CommandException.usage("--" + option + " names " + name + " more than once.");
            }
        }
        return pairs;
    }
}
