package org.keysteward.scim;

import java.util.List;

/** The kinds of resources that the server has. */
public final class ResourceTypes {
    public static final ResourceType USER = new ResourceType(
            "User",
            "/Users",
            "People who sign in",
            CoreSchemas.USER,
            List.of(new ResourceType.SchemaExtension(CoreSchemas.ENTERPRISE_USER, false)));

    public static final ResourceType GROUP =
            new ResourceType("Group", "/Groups", "Groups of people and of groups", CoreSchemas.GROUP, List.of());

    public static final List<ResourceType> ALL = List.of(USER, GROUP);

    private ResourceTypes() {}
}
