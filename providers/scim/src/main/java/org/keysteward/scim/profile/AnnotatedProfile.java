package org.keysteward.scim.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceType.SchemaExtension;
import org.keysteward.scim.ResourceTypes;
import org.keysteward.scim.Schema;

/**
 * Reads the annotations of a user profile. An attribute of the profile becomes
 *
 * <ul>
 *   <li>by {@code scim.extension}, a URN, an attribute of that extension of users; {@code scim.name}, {@code scim.type} and
 *       {@code scim.caseExact} say more of it;
 *   <li>by {@code scim.attribute}, the home of an attribute that schemas of RFC 7643 have, such as {@code title}.
 * </ul>
 *
 * What is not right is passed over, with the reason; all else stays as it would be without it.
 */
public final class AnnotatedProfile {
    public static final String EXTENSION = "scim.extension";
    public static final String NAME = "scim.name";
    public static final String TYPE = "scim.type";
    public static final String CASE_EXACT = "scim.caseExact";
    public static final String ATTRIBUTE = "scim.attribute";

    private static final Set<String> OF_EXTENSIONS = Set.of(NAME, TYPE, CASE_EXACT);

    private static final int MAX_URN_LENGTH = 200;
    private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}(:[a-z0-9._-]+)+");
    private static final List<String> NAMESPACES_OF_SCIM =
            List.of("urn:ietf:params:scim:schemas:core:", "urn:ietf:params:scim:api:");

    private static final Pattern SCIM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Set<String> COMMON = Set.of("schemas", "id", "externalid", "meta");

    /** They have homes of their own. */
    private static final Set<String> AT_HOME_ALREADY = Set.of("username", "email", "firstname", "lastname");

    /** What Keycloak decides by, or keeps for itself. */
    private static final Set<String> INTERNAL = Set.of(
            "kerberos_principal",
            "ldap_id",
            "ldap_entry_dn",
            "created_timestamp",
            "createtimestamp",
            "modifytimestamp",
            "usercertificate",
            "enabled",
            "email_verified",
            "emailverified",
            "disabledreason",
            "is_temporary_admin",
            "user.attributes");

    private static final List<String> INTERNAL_BEGINNINGS = List.of("kc.", "saml.", "keysteward");

    /** Attributes of the schema of users that Keycloak keeps anyhow. */
    private static final Set<String> KEPT_ELSEWHERE = Set.of("userName", "active", "password");

    /** @param reason in a few words */
    public record PassedOver(String profileAttribute, String reason) {}

    /** What became of a profile. */
    public record Reading(UserType users, List<PassedOver> passedOver) {
        public Reading {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Why something is passed over. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String reason) {
            super(reason);
        }
    }

    /** An attribute of an extension, and the one of the profile that it is. */
    private record Part(Attribute attribute, String profileAttribute) {}

    private static final class Extension {
        private static final Pattern NAMED = Pattern.compile(".*?([^:]+)(:[0-9.]+)?(:user)?", Pattern.CASE_INSENSITIVE);

        private final String urn;
        private final Map<String, Part> parts = new LinkedHashMap<>();

        Extension(String urn) {
            this.urn = urn;
        }

        void add(Attribute attribute, String profileAttribute) throws Wrong {
            if (parts.putIfAbsent(lower(attribute.name()), new Part(attribute, profileAttribute)) != null) {
                throw new Wrong("has a name that another attribute of " + urn + " has");
            }
        }

        Schema schema() {
            return new Schema(
                    urn,
                    name(),
                    "Attributes of the realm's user profile",
                    parts.values().stream().map(Part::attribute).toList());
        }

        /** {@code acme} of {@code urn:example:acme:2.0:User}. */
        private String name() {
            var named = NAMED.matcher(urn);
            return named.matches() ? named.group(1) : urn;
        }
    }

    private final Map<String, Extension> extensions = new LinkedHashMap<>();
    private final Map<AttributePath, Attribute> changed = new LinkedHashMap<>();
    private final Map<AttributePath, String> core = new LinkedHashMap<>();

    private AnnotatedProfile() {}

    /** In the order of the profile: of two that want the same, the first has it. */
    public static Reading read(List<ProfileAttribute> profile) {
        var reading = new AnnotatedProfile();
        var passedOver = new ArrayList<PassedOver>();
        for (var attribute : profile) {
            try {
                reading.add(attribute);
            } catch (Wrong e) {
                passedOver.add(new PassedOver(attribute.name(), String.valueOf(e.getMessage())));
            }
        }
        return new Reading(reading.users(), passedOver);
    }

    private void add(ProfileAttribute attribute) throws Wrong {
        var urn = attribute.annotation(EXTENSION);
        var path = attribute.annotation(ATTRIBUTE);
        if (urn.isEmpty() && path.isEmpty()) {
            refuseAnnotations(attribute, "is in no extension: " + EXTENSION + " is missing");
            return;
        }
        if (urn.isPresent() && path.isPresent()) {
            throw new Wrong("has both " + EXTENSION + " and " + ATTRIBUTE);
        }
        requireFit(attribute);
        if (urn.isPresent()) {
            var made = extended(attribute);
            extension(urn.get()).add(made, attribute.name());
        } else {
            refuseAnnotations(attribute, "is what the schema says already, beside its mutability");
            core(attribute, path.orElseThrow());
        }
    }

    private static void refuseAnnotations(ProfileAttribute attribute, String reason) throws Wrong {
        for (var key : OF_EXTENSIONS) {
            if (attribute.annotation(key).isPresent()) {
                throw new Wrong(reason);
            }
        }
    }

    private static void requireFit(ProfileAttribute attribute) throws Wrong {
        var name = lower(attribute.name());
        if (AT_HOME_ALREADY.contains(name)) {
            throw new Wrong("has its place in SCIM already");
        }
        if (INTERNAL.contains(name) || INTERNAL_BEGINNINGS.stream().anyMatch(name::startsWith)) {
            throw new Wrong("is Keycloak's or Keysteward's own");
        }
        if (!attribute.readable()) {
            throw new Wrong("is not to be seen by administrators");
        }
    }

    private Extension extension(String urn) throws Wrong {
        var key = lower(urn);
        var known = extensions.get(key);
        if (known != null) {
            return known;
        }
        if (urn.length() > MAX_URN_LENGTH
                || !URN.matcher(urn).matches()
                || NAMESPACES_OF_SCIM.stream().anyMatch(key::startsWith)) {
            throw new Wrong(EXTENSION + " is no URN of an extension of your own, such as "
                    + "urn:example:params:scim:schemas:extension:acme:2.0:User");
        }
        // urn:a:b with an attribute c, and an extension urn:a:b:c, would have one name.
        var others = Stream.concat(
                Stream.of(CoreSchemas.USER_URN, CoreSchemas.ENTERPRISE_URN).map(AnnotatedProfile::lower),
                extensions.keySet().stream());
        if (others.anyMatch(other -> key.equals(other) || key.startsWith(other + ":") || other.startsWith(key + ":"))) {
            throw new Wrong(EXTENSION + " is, begins with or is the beginning of the URN of another schema");
        }
        return extensions.computeIfAbsent(key, absent -> new Extension(urn));
    }

    private static Attribute extended(ProfileAttribute attribute) throws Wrong {
        var type = type(attribute);
        var made = Attribute.of(name(attribute), type, attribute.description());
        if (type == AttributeType.REFERENCE) {
            made = made.referringTo("uri");
        }
        if (caseExact(attribute, type, made.caseExact())) {
            made = made.exactCase();
        }
        if (type == AttributeType.STRING && !attribute.options().isEmpty()) {
            made = made.suggesting(attribute.options().toArray(String[]::new));
        }
        if (attribute.multiValued()) {
            made = made.manyValued();
        }
        return permitted(made, attribute);
    }

    private static Attribute permitted(Attribute made, ProfileAttribute attribute) {
        if (!attribute.writable()) {
            return made.with(Mutability.READ_ONLY);
        }
        return attribute.required() ? made.mandatory() : made;
    }

    private static String name(ProfileAttribute attribute) throws Wrong {
        var name = attribute.annotation(NAME).orElseGet(() -> named(attribute.name()));
        if (!SCIM_NAME.matcher(name).matches() || COMMON.contains(lower(name))) {
            throw new Wrong("needs a " + NAME + " of letters, digits, - and _ that begins with a letter");
        }
        return name;
    }

    /** {@code cost.center} is {@code costCenter}. */
    private static String named(String profileName) {
        var name = new StringBuilder();
        var upper = false;
        for (var i = 0; i < profileName.length(); i++) {
            var character = profileName.charAt(i);
            if (SCIM_NAME.matcher("a" + character).matches()) {
                name.append(upper ? Character.toUpperCase(character) : character);
                upper = false;
            } else {
                upper = !name.isEmpty();
            }
        }
        return name.toString();
    }

    private static AttributeType type(ProfileAttribute attribute) throws Wrong {
        var name = attribute.annotation(TYPE).orElse(AttributeType.STRING.scimName());
        for (var type : AttributeType.values()) {
            if (type.scimName().equalsIgnoreCase(name)
                    && type != AttributeType.BINARY
                    && type != AttributeType.COMPLEX) {
                return type;
            }
        }
        throw new Wrong(TYPE + " is none of string, boolean, integer, decimal, dateTime, reference");
    }

    private static boolean caseExact(ProfileAttribute attribute, AttributeType type, boolean otherwise) throws Wrong {
        var said = attribute.annotation(CASE_EXACT);
        if (said.isEmpty()) {
            return otherwise;
        }
        var isTrue = said.get().equalsIgnoreCase("true");
        if (!isTrue && !said.get().equalsIgnoreCase("false")) {
            throw new Wrong(CASE_EXACT + " is neither true nor false");
        }
        if (type == AttributeType.REFERENCE && !isTrue) {
            throw new Wrong(CASE_EXACT + " of a reference is true (RFC 7643, section 2.3.7)");
        }
        return isTrue && (type == AttributeType.STRING || type == AttributeType.REFERENCE);
    }

    private void core(ProfileAttribute attribute, String written) throws Wrong {
        var path = corePath(written)
                .filter(found -> !found.attribute().isComplex()
                        && !found.attribute().multiValued()
                        && !(found.extension() == null
                                && KEPT_ELSEWHERE.contains(found.attribute().name())))
                .orElseThrow(() -> new Wrong(ATTRIBUTE
                        + " is no simple attribute of users or of the enterprise extension that could live here"));
        if (attribute.multiValued()) {
            throw new Wrong("has several values, and " + path + " has one");
        }
        if (core.putIfAbsent(path, attribute.name()) != null) {
            throw new Wrong("wants to be " + path + ", which another attribute is already");
        }
        changed.put(path, permitted(path.attribute(), attribute));
    }

    private static Optional<AttributePath> corePath(String written) {
        for (var schema : List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER)) {
            var prefix = schema.id() + ":";
            var qualified = written.regionMatches(true, 0, prefix, 0, prefix.length());
            if (!qualified && schema.equals(CoreSchemas.ENTERPRISE_USER)) {
                continue;
            }
            var found = schema.attribute(qualified ? written.substring(prefix.length()) : written);
            if (found.isPresent()) {
                var extension = schema.equals(CoreSchemas.USER) ? null : schema;
                return Optional.of(new AttributePath(extension, found.get(), null));
            }
        }
        return Optional.empty();
    }

    private UserType users() {
        if (core.isEmpty() && extensions.isEmpty()) {
            return UserType.STANDARD;
        }
        var enterprise = changed(CoreSchemas.ENTERPRISE_USER);
        var homes = new ArrayList<ProfileHome>();
        core.forEach((path, name) -> homes.add(new ProfileHome(
                new AttributePath(
                        path.extension() == null ? null : enterprise,
                        changed.getOrDefault(path, path.attribute()),
                        null),
                name)));
        var all = new ArrayList<SchemaExtension>();
        all.add(new SchemaExtension(enterprise, false));
        for (var extension : extensions.values()) {
            var schema = extension.schema();
            all.add(new SchemaExtension(schema, isRequired(schema), true));
            extension
                    .parts
                    .values()
                    .forEach(part -> homes.add(new ProfileHome(
                            new AttributePath(schema, part.attribute(), null), part.profileAttribute())));
        }
        var standard = ResourceTypes.USER;
        return new UserType(
                new ResourceType(
                        standard.name(), standard.endpoint(), standard.description(), changed(CoreSchemas.USER), all),
                homes);
    }

    private static boolean isRequired(Schema schema) {
        return schema.attributes().stream().anyMatch(Attribute::required);
    }

    /** With what the profile says otherwise of its attributes. */
    private Schema changed(Schema schema) {
        var extension = schema.equals(CoreSchemas.USER) ? null : schema;
        return new Schema(
                schema.id(),
                schema.name(),
                schema.description(),
                schema.attributes().stream()
                        .map(attribute ->
                                changed.getOrDefault(new AttributePath(extension, attribute, null), attribute))
                        .toList());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
