package org.keysteward.audit.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry.Category;

/** What everything that can happen is called. */
public final class Catalogue {
    static final String ERROR = "_ERROR";

    /** Keycloak sends these together with UPDATE_CREDENTIAL and REMOVE_CREDENTIAL, for listeners from before those. */
    private static final Set<String> REPETITIONS = Set.of("UPDATE_PASSWORD", "UPDATE_TOTP", "REMOVE_TOTP");

    private static final List<Row> ROWS = Row.read(new TextFile("catalogue.tsv").lines());
    private static final Map<String, Row> BY_KEY =
            ROWS.stream().collect(Collectors.toMap(row -> row.action().key(), Function.identity()));
    private static final Map<String, List<Rule<Source.UserEvent>>> USER_EVENTS = new HashMap<>();
    private static final Map<String, List<Rule<Source.AdminEvent>>> ADMIN_EVENTS = new HashMap<>();

    private record Rule<S>(S source, Row row) {}

    static {
        for (var row : ROWS) {
            for (var source : row.sources()) {
                if (source instanceof Source.UserEvent event) {
                    add(USER_EVENTS, event.name(), new Rule<>(event, row));
                } else if (source instanceof Source.AdminEvent event) {
                    add(ADMIN_EVENTS, event.resourceType(), new Rule<>(event, row));
                }
            }
        }
        // What says more goes first, so that the first that matches is the one.
        USER_EVENTS
                .values()
                .forEach(rules -> rules.sort(Comparator.comparingInt(
                                (Rule<Source.UserEvent> rule) -> rule.source().literals())
                        .reversed()));
        ADMIN_EVENTS
                .values()
                .forEach(rules -> rules.sort(Comparator.comparingLong(
                                (Rule<Source.AdminEvent> rule) -> rule.source().literals())
                        .reversed()));
    }

    private Catalogue() {}

    /** @param eventType the name of Keycloak's {@code EventType}; one that is not known gets a general action */
    public static UserEventAction ofUserEvent(String eventType, Map<String, String> details) {
        boolean success = !eventType.endsWith(ERROR);
        for (var rule : USER_EVENTS.getOrDefault(eventType, List.of())) {
            if (rule.source().matches(eventType, details)) {
                return new UserEventAction(
                        rule.row().action(), success, rule.row().targetType());
            }
        }
        var name = success ? eventType : eventType.substring(0, eventType.length() - ERROR.length());
        var action = new Action("event." + word(name), Category.SYSTEM, Set.of(), "An event of an extension.");
        return new UserEventAction(action, success, "user");
    }

    /**
     * Whether Keycloak says the same by another event at the same moment, so that this one need not be recorded.
     *
     * @param eventType the name of Keycloak's {@code EventType}
     */
    public static boolean isRepetition(String eventType) {
        return REPETITIONS.contains(
                eventType.endsWith(ERROR) ? eventType.substring(0, eventType.length() - ERROR.length()) : eventType);
    }

    /**
     * @param resourceType the name of Keycloak's {@code ResourceType}, or of an extension's own
     * @param operation the name of Keycloak's {@code OperationType}
     */
    public static Action ofAdminEvent(String resourceType, String operation, @Nullable String resourcePath) {
        var path = AdminPath.normalized(resourcePath);
        for (var rule : ADMIN_EVENTS.getOrDefault(resourceType, List.of())) {
            if (rule.source().matches(resourceType, operation, path)) {
                return rule.row().action();
            }
        }
        return new Action(
                word(resourceType) + "." + outcome(operation),
                Category.ADMINISTRATION,
                Set.of(),
                "Something of an extension was " + outcome(operation).replace('_', ' ') + ".");
    }

    public static List<Action> all() {
        return ROWS.stream().map(Row::action).toList();
    }

    public static Optional<Action> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key)).map(Row::action);
    }

    /** Where an action comes from, in the notation of the table: {@code own}, {@code provider}, {@code user:LOGIN} …; empty for one that is not in it. */
    public static List<String> sources(String key) {
        var row = BY_KEY.get(key);
        return row == null ? List.of() : row.notation();
    }

    /** What admin events of a type are about, where their path does not say. */
    static String targetType(String resourceType) {
        return ADMIN_EVENTS.getOrDefault(resourceType, List.of()).stream()
                .filter(rule -> rule.source().path() == null)
                .map(rule -> rule.row().targetType())
                .findFirst()
                .orElseGet(() -> word(resourceType));
    }

    private static String outcome(String operation) {
        return switch (operation) {
            case "CREATE" -> "created";
            case "UPDATE" -> "updated";
            case "DELETE" -> "deleted";
            default -> "acted_on";
        };
    }

    /** A name as part of a key, whatever an extension has called it. */
    private static String word(String name) {
        var word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        return word.equals("_") || word.isEmpty() ? "unnamed" : word;
    }

    private static <S> void add(Map<String, List<Rule<S>>> rules, String name, Rule<S> rule) {
        rules.computeIfAbsent(name, ignored -> new ArrayList<>()).add(rule);
    }
}
