package org.keysteward.roles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;

/** When a rule gives its role; in JSON an object of one of the forms below. */
public sealed interface Condition {
    /** How deep conditions may be nested. */
    int MAX_DEPTH = 5;

    /** How many conditions a list may have, and how many values an attribute may be compared with. */
    int MAX_ITEMS = 50;

    /** In characters. */
    int MAX_TEXT = 255;

    boolean holds(Facts facts);

    /** As it is written in JSON. */
    Map<String, Object> toJson();

    /** The names of the user's attributes that it asks for, with where each stands. */
    default Map<String, String> attributes(String pointer) {
        return Map.of();
    }

    /** {@code {"attribute": "department", "in": ["finance"]}}: one of the attribute's values is one of these. */
    record AttributeIn(String attribute, Set<String> values) implements Condition {
        public AttributeIn {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Facts facts) {
            return facts.attributes().getOrDefault(attribute, List.of()).stream()
                    .anyMatch(values::contains);
        }

        @Override
        public Map<String, Object> toJson() {
            var json = new LinkedHashMap<String, Object>();
            json.put("attribute", attribute);
            json.put("in", List.copyOf(new TreeSet<>(values)));
            return json;
        }

        @Override
        public Map<String, String> attributes(String pointer) {
            return Map.of(pointer + "/attribute", attribute);
        }
    }

    /** {@code {"group": "/staff/finance"}}: the person is in this group of the realm or in one below it. */
    record InGroup(String path) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return isIn(path, facts.groups());
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("group", path);
        }
    }

    /** {@code {"organizationGroup": "/finance"}}: the person is in this group of the tenant or in one below it. */
    record InOrganizationGroup(String path) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return isIn(path, facts.organizationGroups());
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("organizationGroup", path);
        }
    }

    /** {@code {"identityProvider": "acme-entra"}}: the account is linked to it. */
    record LinkedTo(String identityProvider) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.identityProviders().contains(identityProvider);
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("identityProvider", identityProvider);
        }
    }

    /** {@code {"all": […]}}. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Facts facts) {
            return conditions.stream().allMatch(condition -> condition.holds(facts));
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("all", conditions.stream().map(Condition::toJson).toList());
        }

        @Override
        public Map<String, String> attributes(String pointer) {
            return ofEach(conditions, pointer + "/all/");
        }
    }

    /** {@code {"any": […]}}. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Facts facts) {
            return conditions.stream().anyMatch(condition -> condition.holds(facts));
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("any", conditions.stream().map(Condition::toJson).toList());
        }

        @Override
        public Map<String, String> attributes(String pointer) {
            return ofEach(conditions, pointer + "/any/");
        }
    }

    /** {@code {"not": {…}}}. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return !condition.holds(facts);
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("not", condition.toJson());
        }

        @Override
        public Map<String, String> attributes(String pointer) {
            return condition.attributes(pointer + "/not");
        }
    }

    private static boolean isIn(String path, Set<String> groups) {
        return groups.stream().anyMatch(group -> group.equals(path) || group.startsWith(path + "/"));
    }

    private static Map<String, String> ofEach(List<Condition> conditions, String pointer) {
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < conditions.size(); i++) {
            attributes.putAll(conditions.get(i).attributes(pointer + i));
        }
        return attributes;
    }

    /**
     * Reads a condition.
     *
     * @param json what a JSON parser makes of it: maps, lists and texts
     * @param pointer where it stands in the document
     * @param errors gets every fault, with where it is
     * @return null where there is a fault
     */
    static @Nullable Condition parse(@Nullable Object json, String pointer, FieldErrors errors) {
        return new Parser(errors).condition(json, pointer, 1);
    }

    /** Knows how deep it is. */
    record Parser(FieldErrors errors) {
        private static final String FORMS = "A condition is an object with attribute and in, or with one of group,"
                + " organizationGroup, identityProvider, all, any and not.";

        private @Nullable Condition condition(@Nullable Object json, String pointer, int depth) {
            if (depth > MAX_DEPTH) {
                errors.add(pointer, "Conditions may be nested " + MAX_DEPTH + " deep.");
                return null;
            }
            if (!(json instanceof Map<?, ?> members)) {
                errors.add(pointer, FORMS);
                return null;
            }
            if (members.keySet().equals(Set.of("attribute", "in"))) {
                return attribute(members, pointer);
            }
            if (members.size() != 1) {
                errors.add(pointer, FORMS);
                return null;
            }
            var form = String.valueOf(members.keySet().iterator().next());
            var value = members.values().iterator().next();
            var below = pointer + "/" + form.replace("~", "~0").replace("/", "~1");
            return switch (form) {
                case "group" -> isPath(value, below) ? new InGroup(String.valueOf(value)) : null;
                case "organizationGroup" ->
                    isPath(value, below) ? new InOrganizationGroup(String.valueOf(value)) : null;
                case "identityProvider" -> text(value, below) ? new LinkedTo(String.valueOf(value)) : null;
                case "all" -> {
                    var conditions = list(value, below, depth);
                    yield conditions == null ? null : new AllOf(conditions);
                }
                case "any" -> {
                    var conditions = list(value, below, depth);
                    yield conditions == null ? null : new AnyOf(conditions);
                }
                case "not" -> {
                    var condition = condition(value, below, depth + 1);
                    yield condition == null ? null : new Not(condition);
                }
                default -> {
                    errors.add(below, FORMS);
                    yield null;
                }
            };
        }

        private @Nullable Condition attribute(Map<?, ?> members, String pointer) {
            var values = new TreeSet<String>();
            var list = items(members.get("in"), pointer + "/in");
            var right = text(members.get("attribute"), pointer + "/attribute") && list != null;
            for (var i = 0; list != null && i < list.size(); i++) {
                right &= text(list.get(i), pointer + "/in/" + i);
                values.add(String.valueOf(list.get(i)));
            }
            return right ? new AttributeIn(String.valueOf(members.get("attribute")), values) : null;
        }

        private boolean isPath(@Nullable Object value, String pointer) {
            if (!text(value, pointer)) {
                return false;
            }
            var path = String.valueOf(value);
            if (path.startsWith("/") && !path.endsWith("/")) {
                return true;
            }
            errors.add(pointer, "A group is named by its path: /staff/finance");
            return false;
        }

        private @Nullable List<Condition> list(@Nullable Object value, String pointer, int depth) {
            var list = items(value, pointer);
            if (list == null) {
                return null;
            }
            var conditions = new ArrayList<Condition>();
            for (var i = 0; i < list.size(); i++) {
                var condition = condition(list.get(i), pointer + "/" + i, depth + 1);
                if (condition != null) {
                    conditions.add(condition);
                }
            }
            return conditions.size() == list.size() ? conditions : null;
        }

        private @Nullable List<?> items(@Nullable Object value, String pointer) {
            if (value instanceof List<?> list && !list.isEmpty() && list.size() <= MAX_ITEMS) {
                return list;
            }
            errors.add(pointer, "This is a list of 1 to " + MAX_ITEMS + " items.");
            return null;
        }

        private boolean text(@Nullable Object value, String pointer) {
            if (value instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT) {
                return true;
            }
            errors.add(pointer, "This is a text of 1 to " + MAX_TEXT + " characters.");
            return false;
        }
    }
}
