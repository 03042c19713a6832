package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiContributionFactory.Mount;

/** The entrance to the API: knows who calls before any resource is made, and hides tenants from strangers. */
public final class Door {
    private final KeycloakSession session;
    private final KernelFactory kernel;
    private final ApiContributionFactory.Door kind;
    private final Supplier<Actor> caller;

    Door(KeycloakSession session, KernelFactory kernel, ApiContributionFactory.Door kind, Supplier<Actor> caller) {
        this.session = session;
        this.kernel = kernel;
        this.kind = kind;
        this.caller = caller;
    }

    @Path("v1/{contribution}")
    public Object ofRealm(@PathParam("contribution") String path) {
        return enter(path, Mount.REALM, null);
    }

    @Path("v1/tenants/{tenant}/{contribution}")
    public Object ofTenant(@PathParam("tenant") String alias, @PathParam("contribution") String path) {
        return enter(path, Mount.TENANT, alias);
    }

    /** Of what is said of a member, what members' own resource says is the rest: so each path is named here. */
    @Path("v1/tenants/{tenant}/members/{userId}/{contribution: permissions}")
    public Object ofMember(@PathParam("tenant") String alias, @PathParam("contribution") String path) {
        return enter(path, Mount.MEMBER, alias);
    }

    @Path("{protocol}/{version: v[0-9]+}")
    public Object ofProtocol(@PathParam("protocol") String name, @PathParam("version") String version) {
        return enter(name + "/" + version, Mount.PROTOCOL, null);
    }

    @Path("tenants/{tenant}/{protocol}/{version: v[0-9]+}")
    public Object ofTenantProtocol(
            @PathParam("tenant") String alias,
            @PathParam("protocol") String name,
            @PathParam("version") String version) {
        return enter(name + "/" + version, Mount.TENANT_PROTOCOL, alias);
    }

    private Object enter(String path, Mount mount, @Nullable String alias) {
        Requests.id(session);
        if ("OPTIONS".equals(session.getContext().getHttpRequest().getHttpMethod())) {
            return new Preflight(session.getContext().getHttpResponse());
        }
        var contribution = kernel.contribution(mount, path, kind);
        // Who asks for another version of a protocol is refused in its own words.
        var spoken = contribution == null && mount.protocol() ? kernel.protocol(mount, path, kind) : contribution;
        if (spoken != null) {
            spoken.errorForm().ifPresent(form -> ProblemResponses.use(session, form));
        }
        var shown = contribution == null ? Optional.empty() : shownToAnybody(contribution, alias);
        if (shown.isPresent()) {
            return shown.get();
        }
        var known = alias == null
                ? null
                : new TenantDirectory(session)
                        .byAlias(alias)
                        .map(TenantDirectory::ref)
                        .orElse(null);
        var actor = actor(spoken, known);
        Caller.remember(session, actor);
        if (contribution == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND,
                    spoken == null
                            ? "There is nothing at this path."
                            : "There is nothing at this path; what is spoken here is " + spoken.path() + "."));
        }
        var tenant = alias == null ? null : visible(actor, alias, known);
        return contribution.resource(new ApiRequest(session, actor, tenant, kernel.clock()));
    }

    /** INVARIANT: decided before any tenant is looked for. */
    private Optional<Object> shownToAnybody(ApiContributionFactory contribution, @Nullable String alias) {
        if (Requests.header(session, HttpHeaders.AUTHORIZATION).isPresent()) {
            return Optional.empty();
        }
        var nobody = new Actor.Anonymous();
        var shown = contribution.anonymous(new ApiRequest(session, nobody, null, kernel.clock()), alias);
        shown.ifPresent(resource -> Caller.remember(session, nobody));
        return shown;
    }

    private Actor actor(@Nullable ApiContributionFactory contribution, @Nullable TenantRef tenant) {
        if (contribution == null) {
            return caller.get();
        }
        return contribution.open()
                ? new Actor.Anonymous()
                : contribution.caller(session, tenant).orElseGet(caller);
    }

    private TenantRef visible(Actor actor, String alias, @Nullable TenantRef tenant) {
        if (tenant != null && actor.permits(Permission.TENANT_READ, tenant)) {
            return tenant;
        }
        new Denials(session).hidden(alias);
        throw new ProblemException(Problem.unknownTenant());
    }
}
