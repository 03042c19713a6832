package org.keysteward.scim.filter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.keysteward.scim.CoreSchemas;

/**
 * Filters over users and the users to try them on, of few values, so that about as many match as do not.
 *
 * <p>Names of extensions are always with their URN, and nowhere is a deliberate difference to other implementations: see
 * {@link OracleTest}.
 */
final class RandomFilters {
    private static final String ENTERPRISE = CoreSchemas.ENTERPRISE_URN + ":";
    private static final String ACME = Types.ACME_URN + ":";

    private static final List<String> TEXTS = List.of("a", "A", "ab", "Ab", "AB", "b", "aé", "AÉ", "b a", "\\\"", "10");
    private static final List<String> TIMES = List.of(
            "2020-01-01T00:00:00Z",
            "2020-01-01T00:00:00.001Z",
            "2020-01-01T01:00:00+01:00",
            "2019-12-31T19:00:00-05:00",
            "2019-06-30T12:30:00.5Z");
    private static final List<String> NUMBERS = List.of("-1", "0", "1", "2", "2.5", "10", "1e1");

    private static final List<String> ALL = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> ORDERED = List.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final List<String> EQUALITY = List.of("eq", "ne");

    /** @param single whether there is at most one value, without which {@code ne} is not asked */
    private record Name(String name, List<String> operators, List<String> values, boolean quoted, boolean single) {
        static Name text(String name) {
            return new Name(name, ALL, TEXTS, true, true);
        }

        static Name time(String name) {
            return new Name(name, ORDERED, TIMES, true, true);
        }

        static Name number(String name) {
            return new Name(name, ORDERED, NUMBERS, false, true);
        }

        static Name truth(String name) {
            return new Name(name, EQUALITY, List.of("true", "false"), false, true);
        }

        Name ofSeveral() {
            return new Name(name, operators, values, quoted, false);
        }
    }

    private static final List<Name> NAMES = List.of(
            Name.text("userName"),
            Name.text("displayName"),
            Name.text("externalId"),
            Name.text("name.familyName"),
            Name.truth("active"),
            Name.time("meta.created"),
            Name.text("emails.value").ofSeveral(),
            Name.text("emails.type").ofSeveral(),
            Name.truth("emails.primary").ofSeveral(),
            Name.text(ENTERPRISE + "department"),
            Name.text(ENTERPRISE + "manager.value"),
            Name.number(ACME + "floor"),
            Name.number(ACME + "rate"),
            Name.time(ACME + "hired"),
            Name.number(ACME + "floors").ofSeveral(),
            Name.text(ACME + "badges").ofSeveral(),
            Name.number(ACME + "keycards.level").ofSeveral());

    private static final List<Name> OF_EMAILS = List.of(Name.text("value"), Name.text("type"), Name.truth("primary"));
    private static final List<Name> OF_KEYCARDS =
            List.of(Name.text("type"), Name.number("level"), Name.time("issued"), Name.truth("master"));

    private final Random random;

    RandomFilters(long seed) {
        random = new Random(seed);
    }

    String filter() {
        return filter(4, NAMES);
    }

    ObjectNode user() {
        var user = JsonNodeFactory.instance.objectNode();
        maybeText(user, "userName");
        maybeText(user, "displayName");
        maybeText(user, "externalId");
        maybeTruth(user, "active");
        maybeText(user.putObject("name"), "familyName");
        maybeTime(user.putObject("meta"), "created");
        emails(user.putArray("emails"));
        maybeEnterprise(user);
        maybeAcme(user);
        return user;
    }

    /** What users and groups have in common. */
    ObjectNode group() {
        var group = JsonNodeFactory.instance.objectNode();
        maybeText(group, "displayName");
        maybeText(group, "externalId");
        maybeTime(group.putObject("meta"), "created");
        return group;
    }

    /** Something that was a filter before a few of its characters were changed. */
    String mutated(String filter) {
        var mutated = new StringBuilder(filter);
        for (var times = 1 + random.nextInt(4); times > 0; times--) {
            mutate(mutated);
        }
        return mutated.toString();
    }

    /** Pieces of filters in no order. */
    String jumble() {
        var jumble = new StringBuilder();
        for (var pieces = random.nextInt(30); pieces > 0; pieces--) {
            jumble.append(piece()).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return jumble.toString();
    }

    /** Any characters at all, halves of surrogate pairs too. */
    String noise() {
        var noise = new StringBuilder();
        for (var length = random.nextInt(60); length > 0; length--) {
            noise.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
        }
        return noise.toString();
    }

    private String filter(int depth, List<Name> names) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 1 -> filter(depth - 1, names) + word(" and ") + filter(depth - 1, names);
            case 2 -> filter(depth - 1, names) + word(" or ") + filter(depth - 1, names);
            case 3 -> word("not") + " (" + filter(depth - 1, names) + ")";
            case 4 -> "(" + filter(depth - 1, names) + ")";
            case 5 -> names == NAMES ? brackets(depth - 1) : condition(names);
            default -> condition(names);
        };
    }

    private String brackets(int depth) {
        return random.nextBoolean()
                ? word("emails") + "[" + filter(depth, OF_EMAILS) + "]"
                : ACME + word("keycards") + "[" + filter(depth, OF_KEYCARDS) + "]";
    }

    private String condition(List<Name> names) {
        var name = any(names);
        if (random.nextInt(8) == 0) {
            return spelled(name) + " " + word("pr");
        }
        var operator = operator(name);
        if (EQUALITY.contains(operator) && random.nextInt(8) == 0) {
            return spelled(name) + " " + word(operator) + " null";
        }
        var value = any(name.values());
        return spelled(name) + " " + word(operator) + " " + (name.quoted() ? "\"" + value + "\"" : value);
    }

    private String operator(Name name) {
        var operator = any(name.operators());
        return operator.equals("ne") && !name.single() ? "eq" : operator;
    }

    private String spelled(Name name) {
        var end = name.name().lastIndexOf(':') + 1;
        return name.name().substring(0, end) + word(name.name().substring(end));
    }

    /** Sometimes in capitals. */
    private String word(String word) {
        return random.nextInt(5) == 0 ? word.toUpperCase(Locale.ROOT) : word;
    }

    private void emails(ArrayNode emails) {
        for (var count = random.nextInt(4); count > 0; count--) {
            var email = emails.addObject();
            maybeText(email, "value");
            maybeText(email, "type");
            maybeTruth(email, "primary");
        }
    }

    private void maybeEnterprise(ObjectNode user) {
        if (random.nextBoolean()) {
            var enterprise = user.putObject(CoreSchemas.ENTERPRISE_URN);
            maybeText(enterprise, "department");
            maybeText(enterprise.putObject("manager"), "value");
        }
    }

    private void maybeAcme(ObjectNode user) {
        if (random.nextBoolean()) {
            acme(user.putObject(Types.ACME_URN));
        }
    }

    private void acme(ObjectNode acme) {
        maybeNumber(acme, "floor");
        maybeNumber(acme, "rate");
        maybeTime(acme, "hired");
        var badges = acme.putArray("badges");
        var floors = acme.putArray("floors");
        var keycards = acme.putArray("keycards");
        for (var count = random.nextInt(4); count > 0; count--) {
            badges.add(text());
            floors.add(number());
            var keycard = keycards.addObject();
            maybeText(keycard, "type");
            maybeNumber(keycard, "level");
            maybeTime(keycard, "issued");
            maybeTruth(keycard, "master");
        }
    }

    private void maybeText(ObjectNode members, String name) {
        if (random.nextInt(4) != 0) {
            members.put(name, text());
        }
    }

    private void maybeNumber(ObjectNode members, String name) {
        if (random.nextInt(4) != 0) {
            members.put(name, number());
        }
    }

    private void maybeTime(ObjectNode members, String name) {
        if (random.nextInt(4) != 0) {
            members.put(name, any(TIMES));
        }
    }

    private void maybeTruth(ObjectNode members, String name) {
        if (random.nextInt(4) != 0) {
            members.put(name, random.nextBoolean());
        }
    }

    private String text() {
        return any(TEXTS).replace("\\\"", "\"");
    }

    private double number() {
        return Double.parseDouble(any(NUMBERS));
    }

    private void mutate(StringBuilder text) {
        var at = random.nextInt(text.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, piece());
            case 1 -> text.insert(at, (char) (' ' + random.nextInt(95)));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            default -> text.setLength(random.nextInt(3) == 0 ? at : text.length());
        }
    }

    private String piece() {
        return switch (random.nextInt(6)) {
            case 0 -> any(NAMES).name();
            case 1 -> any(ALL);
            case 2 -> "\"" + any(TEXTS) + "\"";
            case 3 -> any(NUMBERS);
            case 4 -> any(List.of("(", ")", "[", "]", " ", "\"", "\\", ".", ":", "$", "-"));
            default -> any(List.of("and", "or", "not", "not (", "pr", "true", "null", "].value", "emails[", "\\u00e9"));
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
