package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Filter;

/** The resources of one type and scope; what is answered is whole, and projected by who asked. */
interface Resources {
    ResourceType type();

    /** @param withMembers whether members of groups are wanted, and read */
    ObjectNode read(String id, boolean withMembers) throws ScimException;

    List<ObjectNode> page(Paging paging, boolean withMembers) throws ScimException;

    long count(@Nullable Filter filter) throws ScimException;

    /** A page, and how many there are in all. */
    default Counted counted(Paging paging, boolean withMembers) throws ScimException {
        return Counted.of(this, paging, paging.count() == 0 ? List.of() : page(paging, withMembers));
    }

    /** @param ignored what was passed over is added here */
    ObjectNode create(ObjectNode body, Ignored ignored) throws ScimException;

    ObjectNode replace(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException;

    ObjectNode patch(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException;

    void delete(String id, Conditions conditions) throws ScimException;
}
