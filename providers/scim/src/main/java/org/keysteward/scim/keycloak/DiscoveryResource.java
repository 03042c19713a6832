package org.keysteward.scim.keycloak;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.ApiRequest;

/**
 * What whoever has no token may read: how to authenticate has to be found out before one does (RFC 7643, section 5).
 * INVARIANT: nothing here depends on a tenant but the address that was asked for, so that nobody learns which there are.
 */
@Hidden
@Produces({ScimErrorForm.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public final class DiscoveryResource {
    private static final Pattern PATH = Pattern.compile("/?realms/[^/]+/keysteward/(?:tenants/[^/]+/)?"
            + ScimContribution.PATH + "/(?:ServiceProviderConfig|ResourceTypes|Schemas)(?:/[^/]*)?");

    /** As an alias may look, be it that of a tenant or not. */
    private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}._~-]{1,255}");

    private final Discovery discovery;

    private DiscoveryResource(Discovery discovery) {
        this.discovery = discovery;
    }

    /** @param alias of the path; null for the realm */
    static Optional<Object> forAnybody(ApiRequest request, @Nullable String alias) {
        var context = request.session().getContext();
        var isAsked = "GET".equals(context.getHttpRequest().getHttpMethod())
                && PATH.matcher(context.getUri().getPath()).matches()
                && (alias == null || ALIAS.matcher(alias).matches());
        return isAsked
                ? Optional.of(new DiscoveryResource(new Discovery(
                        request, ScimAddress.of(request.session(), alias).base())))
                : Optional.empty();
    }

    @GET
    @Path("ServiceProviderConfig")
    public Response serviceProviderConfig() {
        return discovery.serviceProviderConfig();
    }

    @GET
    @Path("ResourceTypes")
    public Response resourceTypes() {
        return discovery.resourceTypes();
    }

    @GET
    @Path("ResourceTypes/{id}")
    public Response resourceType(@PathParam("id") String id) {
        return discovery.resourceType(id);
    }

    @GET
    @Path("Schemas")
    public Response schemas() {
        return discovery.schemas();
    }

    @GET
    @Path("Schemas/{urn}")
    public Response schema(@PathParam("urn") String urn) {
        return discovery.schema(urn);
    }
}
