package org.keysteward.scim;

import static org.keysteward.scim.Attribute.complex;
import static org.keysteward.scim.Attribute.of;
import static org.keysteward.scim.Attribute.text;

import java.util.List;

/** The schemas of RFC 7643 (sections 3.1 and 4), as this server keeps them. */
public final class CoreSchemas {
    public static final String USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP_URN = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** What every resource has, whatever its type. */
    public static final List<Attribute> COMMON = List.of(
            of("schemas", AttributeType.REFERENCE, "The schemas whose attributes the resource has")
                    .manyValued()
                    .referringTo("uri")
                    .mandatory()
                    .with(Returned.ALWAYS),
            text("id", "The server's identifier of the resource")
                    .exactCase()
                    .with(Mutability.READ_ONLY)
                    .with(Returned.ALWAYS)
                    .with(Uniqueness.SERVER),
            text("externalId", "The identifier that the provisioning source knows the resource by")
                    .exactCase(),
            complex(
                            "meta",
                            "What the server knows of the resource",
                            text("resourceType", "The kind of resource")
                                    .exactCase()
                                    .with(Mutability.READ_ONLY),
                            of("created", AttributeType.DATE_TIME, "When it was made")
                                    .with(Mutability.READ_ONLY),
                            of("lastModified", AttributeType.DATE_TIME, "When it was last changed")
                                    .with(Mutability.READ_ONLY),
                            of("location", AttributeType.REFERENCE, "Its address")
                                    .referringTo("uri")
                                    .with(Mutability.READ_ONLY),
                            text("version", "Its entity tag").exactCase().with(Mutability.READ_ONLY))
                    .with(Mutability.READ_ONLY));

    public static final Schema USER = new Schema(
            USER_URN,
            "User",
            "A person's account",
            List.of(
                    text("userName", "The name that the person signs in with; stored in lower case")
                            .mandatory()
                            .with(Uniqueness.SERVER),
                    complex(
                            "name",
                            "The parts of the person's name",
                            text("formatted", "The whole name, as it is displayed"),
                            text("familyName", "The family name"),
                            text("givenName", "The given name"),
                            text("middleName", "The middle names"),
                            text("honorificPrefix", "Titles before the name"),
                            text("honorificSuffix", "Suffixes behind the name")),
                    text("displayName", "The name to be shown"),
                    text("nickName", "What the person is called casually"),
                    of("profileUrl", AttributeType.REFERENCE, "The address of a page about the person")
                            .referringTo("external"),
                    text("title", "The person's title, such as Vice President"),
                    text("userType", "How the person and the organization relate, such as Contractor"),
                    text("preferredLanguage", "Preferred languages, as in the header Accept-Language"),
                    text("locale", "For currency, dates and numbers, such as en-US"),
                    text("timezone", "A name of the IANA time zone database, such as Europe/Berlin"),
                    of("active", AttributeType.BOOLEAN, "Whether the person may sign in"),
                    text("password", "A new password")
                            .exactCase()
                            .with(Mutability.WRITE_ONLY)
                            .with(Returned.NEVER),
                    values("emails", "E-mail addresses", "work", "home", "other"),
                    values("phoneNumbers", "Telephone numbers", "work", "home", "mobile", "fax", "pager", "other"),
                    values(
                            "ims",
                            "Instant messaging addresses",
                            "aim",
                            "gtalk",
                            "icq",
                            "xmpp",
                            "msn",
                            "skype",
                            "qq",
                            "yahoo"),
                    complex(
                                    "photos",
                                    "Addresses of photographs",
                                    of("value", AttributeType.REFERENCE, "Where the photograph is")
                                            .referringTo("external"),
                                    text("display", "A name to be shown"),
                                    text("type", "What it is for").suggesting("photo", "thumbnail"),
                                    primary())
                            .manyValued(),
                    complex(
                                    "addresses",
                                    "Postal addresses",
                                    text("formatted", "The whole address, as it is displayed"),
                                    text("streetAddress", "Street, house number and what else comes before the city"),
                                    text("locality", "The city"),
                                    text("region", "The state or region"),
                                    text("postalCode", "The postal code"),
                                    text("country", "The country, as ISO 3166-1 alpha-2"),
                                    text("type", "What it is for").suggesting("work", "home", "other"),
                                    primary())
                            .manyValued(),
                    complex(
                                    "groups",
                                    "The groups that the person is in; groups are changed, not this",
                                    text("value", "The group's id").exactCase().with(Mutability.READ_ONLY),
                                    of("$ref", AttributeType.REFERENCE, "The group's address")
                                            .referringTo("Group")
                                            .with(Mutability.READ_ONLY),
                                    text("display", "The group's name").with(Mutability.READ_ONLY),
                                    text("type", "Whether the person is in it directly")
                                            .suggesting("direct", "indirect")
                                            .with(Mutability.READ_ONLY))
                            .manyValued()
                            .with(Mutability.READ_ONLY),
                    values("entitlements", "Things that the person has"),
                    values("roles", "Roles of the person, as its source names them"),
                    complex(
                                    "x509Certificates",
                                    "Certificates of the person",
                                    of("value", AttributeType.BINARY, "A certificate, DER in base64"),
                                    text("display", "A name to be shown"),
                                    text("type", "What it is for"),
                                    primary())
                            .manyValued()));

    public static final Schema ENTERPRISE_USER = new Schema(
            ENTERPRISE_URN,
            "EnterpriseUser",
            "What an organization knows of a person",
            List.of(
                    text("employeeNumber", "The number that the organization gave the person"),
                    text("costCenter", "The cost center"),
                    text("organization", "The organization"),
                    text("division", "The division"),
                    text("department", "The department"),
                    complex(
                            "manager",
                            "The person's manager",
                            text("value", "The manager's id").exactCase(),
                            of("$ref", AttributeType.REFERENCE, "The manager's address")
                                    .referringTo("User")
                                    .with(Mutability.READ_ONLY),
                            text("displayName", "The manager's name").with(Mutability.READ_ONLY))));

    public static final Schema GROUP = new Schema(
            GROUP_URN,
            "Group",
            "A group of people and groups",
            List.of(
                    text("displayName", "The group's name").mandatory().with(Uniqueness.SERVER),
                    complex(
                                    "members",
                                    "Who is in the group",
                                    text("value", "The member's id").exactCase().with(Mutability.IMMUTABLE),
                                    of("$ref", AttributeType.REFERENCE, "The member's address")
                                            .referringTo("User", "Group")
                                            .with(Mutability.IMMUTABLE),
                                    text("type", "What the member is")
                                            .suggesting("User", "Group")
                                            .with(Mutability.IMMUTABLE),
                                    text("display", "The member's name").with(Mutability.READ_ONLY))
                            .manyValued()));

    private CoreSchemas() {}

    private static Attribute values(String name, String description, String... types) {
        return complex(
                        name,
                        description,
                        text("value", "The value itself"),
                        text("display", "A name to be shown"),
                        text("type", "What it is for").suggesting(types),
                        primary())
                .manyValued();
    }

    private static Attribute primary() {
        return of("primary", AttributeType.BOOLEAN, "Whether it is the preferred one; at most one is");
    }
}
