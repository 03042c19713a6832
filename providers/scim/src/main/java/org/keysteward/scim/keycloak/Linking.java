package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.MembershipsProvider;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.profile.ProfileHome;
import org.keysteward.scim.profile.UserType;

/**
 * Makes a member of somebody who has an account already. INVARIANT: only where the account's own address is proved, is the
 * one that is provisioned, and lies in a domain that the tenant has proved to be its own.
 */
final class Linking {
    private final Call call;

    private final UserType users;

    Linking(Call call, UserType users) {
        this.call = call;
        this.users = users;
    }

    /**
     * @return the user's id
     * @throws ScimException one and the same, whatever the reason
     */
    String link(UserModel user, Homes wanted, ObjectNode resource, Ignored ignored) throws ScimException {
        var tenant = call.tenant();
        if (tenant == null || isMember(user, tenant)) {
            throw new ScimException(
                    409, ScimType.UNIQUENESS, "There is a user with this userName or e-mail address already.");
        }
        if (!isProved(user, wanted, tenant)) {
            throw Accounts.taken();
        }
        Written.mark(call.session());
        memberships().join(call.request(), user);
        var store = new ResourceStore(call, Kind.USER);
        store.insert(user.getId(), UserJson.content(resource, users), false);
        store.link(user.getId(), resource.path("externalId").textValue());
        ignored.add(wanted.changedSince(now(user)).stream()
                .map(name -> name + " (linked account)")
                .toList());
        if (Boolean.FALSE.equals(wanted.active())) {
            memberships().suspend(call.request(), user.getId());
        }
        return user.getId();
    }

    private boolean isProved(UserModel user, Homes wanted, TenantRef tenant) {
        return user.getServiceAccountClientLink() == null
                && user.isEmailVerified()
                && wanted.email() != null
                && wanted.email().equalsIgnoreCase(user.getEmail())
                && memberships().hasVerifiedDomain(tenant, wanted.domain());
    }

    private Homes now(UserModel user) {
        var attributes = new HashMap<ProfileHome, List<String>>();
        for (var home : users.homes()) {
            attributes.put(
                    home,
                    home.texts(user.getAttributeStream(home.profileAttribute()).toList()));
        }
        return new Homes(
                user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail(), null, null, attributes);
    }

    private boolean isMember(UserModel user, TenantRef tenant) {
        var organizations = call.session().getProvider(OrganizationProvider.class);
        return organizations.isMember(organizations.getById(tenant.id()), user);
    }

    private MembershipsProvider memberships() {
        return call.session().getProvider(MembershipsProvider.class);
    }
}
