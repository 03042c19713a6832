package org.keysteward.probe;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.organization.OrganizationProvider;

/** Each request is one direct call of the model, in the request's transaction. */
@Produces(MediaType.TEXT_PLAIN)
public final class ProbeResource {
    private final KeycloakSession session;

    ProbeResource(KeycloakSession session) {
        this.session = session;
    }

    /** The id of the hidden group that holds an organization's memberships. */
    @GET
    @Path("hidden-group")
    public String hiddenGroup(@QueryParam("organization") String organization) {
        return organizations().getOrganizationGroup(organization(organization)).getId();
    }

    /**
     * {@code user.joinGroup(group)}.
     *
     * @param organization the organization to have in the session's context, or none
     */
    @POST
    @Path("join-group")
    public String joinGroup(
            @QueryParam("user") String user,
            @QueryParam("group") String group,
            @Nullable @QueryParam("organization") String organization) {
        if (organization != null) {
            session.getContext().setOrganization(organization(organization));
        }
        return attempted(() -> {
            user(user).joinGroup(group(group));
            return true;
        });
    }

    /**
     * {@code addMember} or {@code addManagedMember}.
     *
     * @return {@code true} when Keycloak says that the user was added, {@code false} when it was a member already
     */
    @POST
    @Path("add-member")
    public String addMember(
            @QueryParam("user") String user,
            @QueryParam("organization") String organization,
            @QueryParam("managed") boolean managed) {
        OrganizationModel joined = organization(organization);
        return attempted(() -> managed
                ? organizations().addManagedMember(joined, uncached(user(user)))
                : organizations().addMember(joined, user(user)));
    }

    /** A refusal of the model is an answer that the tests read, not a fault of the server; it rolls back. */
    private static String attempted(Attempt attempt) {
        try {
            return String.valueOf(attempt.run());
        } catch (ModelException refused) {
            throw new BadRequestException(refused.getMessage(), refused);
        }
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }

    private OrganizationModel organization(String id) {
        return found(organizations().getById(id), "organization", id);
    }

    private UserModel user(String id) {
        return found(session.users().getUserById(realm(), id), "user", id);
    }

    /** Keycloak forgets that a member is managed when the user comes from its cache. */
    private static UserModel uncached(UserModel user) {
        return user instanceof CachedUserModel cached ? cached.getDelegateForUpdate() : user;
    }

    private GroupModel group(String id) {
        return found(session.groups().getGroupById(realm(), id), "group", id);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private static <T> T found(@Nullable T model, String kind, String id) {
        if (model == null) {
            throw new NotFoundException("There is no " + kind + " " + id);
        }
        return model;
    }

    @FunctionalInterface
    private interface Attempt {
        boolean run();
    }
}
