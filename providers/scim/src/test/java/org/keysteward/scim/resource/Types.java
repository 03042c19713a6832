package org.keysteward.scim.resource;

import static org.keysteward.scim.Attribute.complex;
import static org.keysteward.scim.Attribute.of;
import static org.keysteward.scim.Attribute.text;

import java.util.List;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceType.SchemaExtension;
import org.keysteward.scim.Returned;
import org.keysteward.scim.Schema;

/** The resource types of the tests. */
final class Types {
    /** An extension with one of everything that the core schemas lack. */
    static final Schema BADGE = new Schema(
            "urn:keysteward:test:2.0:Badge",
            "Badge",
            "A badge that opens doors",
            List.of(
                    of("number", AttributeType.INTEGER, "Its number").with(Mutability.IMMUTABLE),
                    of("height", AttributeType.DECIMAL, "Its height"),
                    of("issued", AttributeType.DATE_TIME, "When it was made"),
                    text("note", "A note").with(Returned.REQUEST),
                    text("code", "A code").with(Returned.ALWAYS),
                    text("pin", "A number to type").with(Returned.NEVER).with(Mutability.WRITE_ONLY),
                    text("tags", "Words").manyValued(),
                    complex(
                                    "keys",
                                    "Keys",
                                    text("value", "A key").with(Returned.ALWAYS),
                                    text("secret", "A secret").with(Returned.NEVER),
                                    text("extra", "More").with(Returned.REQUEST),
                                    text("label", "A label"))
                            .manyValued(),
                    complex(
                                    "doors",
                                    "Doors",
                                    text("value", "A door").mandatory(),
                                    text("zone", "Where it is").with(Mutability.IMMUTABLE))
                            .manyValued()));

    static final ResourceType USER = new ResourceType(
            "User",
            "/Users",
            "People",
            CoreSchemas.USER,
            List.of(new SchemaExtension(CoreSchemas.ENTERPRISE_USER, false), new SchemaExtension(BADGE, false)));

    static final ResourceType GROUP = new ResourceType("Group", "/Groups", "Groups", CoreSchemas.GROUP, List.of());

    private Types() {}

    static ResourceType named(String name) {
        return name.equals("Group") ? GROUP : USER;
    }
}
