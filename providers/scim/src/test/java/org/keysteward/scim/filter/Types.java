package org.keysteward.scim.filter;

import java.util.List;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceType.SchemaExtension;
import org.keysteward.scim.Returned;
import org.keysteward.scim.Schema;

/** Users and groups as the RFC has them, with an extension that has what the RFC's schemas lack. */
final class Types {
    static final String ACME_URN = "urn:example:acme:2.0:User";

    static final Schema ACME = new Schema(
            ACME_URN,
            "Acme",
            "Every type of attribute",
            List.of(
                    Attribute.of("floor", AttributeType.INTEGER, "An integer"),
                    Attribute.of("rate", AttributeType.DECIMAL, "A decimal"),
                    Attribute.of("hired", AttributeType.DATE_TIME, "A date and time"),
                    Attribute.of("contractor", AttributeType.BOOLEAN, "A truth"),
                    Attribute.of("photo", AttributeType.BINARY, "Binary"),
                    Attribute.text("level", "Another extension has one too"),
                    Attribute.text("badges", "Several texts").manyValued(),
                    Attribute.of("floors", AttributeType.INTEGER, "Several integers")
                            .manyValued(),
                    Attribute.complex(
                                    "keycards",
                                    "Several of everything",
                                    Attribute.text("value", "A text with case").exactCase(),
                                    Attribute.text("type", "A text without case"),
                                    Attribute.of("level", AttributeType.INTEGER, "An integer"),
                                    Attribute.of("issued", AttributeType.DATE_TIME, "A date and time"),
                                    Attribute.of("master", AttributeType.BOOLEAN, "A truth"),
                                    Attribute.text("pin", "A secret").with(Returned.NEVER))
                            .manyValued(),
                    Attribute.complex(
                                    "tokens",
                                    "Several secrets",
                                    Attribute.text("value", "A secret").with(Returned.NEVER),
                                    Attribute.text("display", "A name"))
                            .manyValued()));

    /** Its URN begins with that of the other. */
    static final Schema PLUS = new Schema(
            ACME_URN + ":plus",
            "Plus",
            "What has the same names",
            List.of(
                    Attribute.text("level", "Another extension has one too"),
                    Attribute.text("userName", "The schema of users has one too")));

    static final ResourceType USER = new ResourceType(
            "User",
            "/Users",
            "People",
            CoreSchemas.USER,
            List.of(
                    new SchemaExtension(CoreSchemas.ENTERPRISE_USER, false),
                    new SchemaExtension(ACME, false),
                    new SchemaExtension(PLUS, false)));

    static final ResourceType GROUP = new ResourceType("Group", "/Groups", "Groups", CoreSchemas.GROUP, List.of());

    private Types() {}

    static ResourceType named(String name) {
        return name.equals("Group") ? GROUP : USER;
    }
}
