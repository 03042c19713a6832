package org.keysteward.audit.catalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an action comes from. */
sealed interface Source {
    /** Recorded by Keysteward. */
    record Own() implements Source {}

    /** An event that Keycloak sends to providers inside the server. */
    record Provider() implements Source {}

    /**
     * A user event.
     *
     * @param detail which it must have; null for any
     * @param value of that detail; null for any
     */
    record UserEvent(
            String name, @Nullable String detail, @Nullable String value) implements Source {
        boolean matches(String event, Map<String, String> details) {
            if (!name.equals(event)) {
                return false;
            }
            if (detail == null) {
                return true;
            }
            var found = details.get(detail);
            return found != null && (value == null || value.equals(found));
        }

        int literals() {
            return (detail == null ? 0 : 1) + (value == null ? 0 : 1);
        }
    }

    /** @param path null for any */
    record AdminEvent(
            String resourceType, String operation, @Nullable PathPattern path) implements Source {
        boolean matches(String type, String op, String at) {
            return resourceType.equals(type) && operation.equals(op) && (path == null || path.matches(at));
        }

        long literals() {
            return path == null ? 0 : path.literals();
        }
    }

    /** What stands in the table, which may be several events: {@code user:LOGOUT*}. */
    final class Notation {
        private static final Pattern USER =
                Pattern.compile("user:(?<name>[A-Z0-9_]+)(?<both>\\*)?(\\[(?<detail>[a-z_]+)(=(?<value>[a-z_]+))?])?");
        private static final Pattern ADMIN = Pattern.compile(
                "admin:(?<type>[A-Z_]+)/(?<operations>[A-Z]+(\\|[A-Z]+)*)(:(?<path>[a-zA-Z*-]+(/[a-zA-Z*-]+)*))?");

        private Notation() {}

        static List<Source> parse(String text) {
            if (text.equals("own")) {
                return List.of(new Own());
            }
            if (text.equals("provider")) {
                return List.of(new Provider());
            }
            var user = USER.matcher(text);
            if (user.matches()) {
                return userEvents(user);
            }
            var admin = ADMIN.matcher(text);
            if (admin.matches()) {
                return adminEvents(admin);
            }
            throw new IllegalArgumentException("not a source: " + text);
        }

        private static List<Source> userEvents(Matcher user) {
            var event = new UserEvent(user.group("name"), user.group("detail"), user.group("value"));
            if (user.group("both") == null) {
                return List.of(event);
            }
            return List.of(event, new UserEvent(event.name() + Catalogue.ERROR, event.detail(), event.value()));
        }

        private static List<Source> adminEvents(Matcher admin) {
            var path = admin.group("path");
            var pattern = path == null ? null : PathPattern.of(path);
            return Pattern.compile("\\|")
                    .splitAsStream(admin.group("operations"))
                    .<Source>map(operation -> new AdminEvent(admin.group("type"), operation, pattern))
                    .toList();
        }
    }
}
