package org.keysteward.tenants.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.features.Features;

/** What a request of the protocol asks: whose features, and for whom. */
sealed interface OfrepQuestion {
    /** @param member who is asked for; null for nobody in particular */
    record Asked(
            TenantRef tenant, Features features, @Nullable String member) implements OfrepQuestion {}

    /** @param details what the caller can do about it */
    record Refused(OfrepFailure.Code code, String details) implements OfrepQuestion {}

    /** Puts questions together from bodies and from who sends them. */
    final class Reader {
        private static final String TENANT = "tenant";
        private static final String TARGETING_KEY = "targetingKey";
        private static final int MAX_KEY = 255;

        private final ApiRequest request;

        Reader(ApiRequest request) {
            this.request = request;
        }

        OfrepQuestion read(InputStream body) throws IOException {
            Map<String, Object> object;
            try {
                object = request.jsonObject(body);
            } catch (ProblemException e) {
                if (e.problem().type().equals(ProblemType.TOO_LARGE)) {
                    throw e;
                }
                return new Refused(OfrepFailure.Code.PARSE_ERROR, e.problem().detail());
            }
            return object.get("context") instanceof Map<?, ?> context
                    ? read(context)
                    : invalid("The body has no context, which is an object.");
        }

        private OfrepQuestion read(Map<?, ?> context) {
            for (var name : new String[] {TENANT, TARGETING_KEY}) {
                var value = context.get(name);
                if (value != null && !(value instanceof String text && text.length() <= MAX_KEY)) {
                    return invalid("The context's " + name + " is a text of at most " + MAX_KEY + " characters.");
                }
            }
            var named = text(context, TENANT).or(request::tokenTenant);
            var tenant = named.isPresent() ? named.flatMap(this::visible) : onlyOne();
            return tenant.map(found -> ask(found, text(context, TARGETING_KEY).orElse(null)))
                    .orElseGet(() -> invalid(
                            named.isPresent()
                                    ? "There is no such tenant, or you may not see it."
                                    : "Name the tenant by its alias in the context's attribute tenant: your token names"
                                            + " none, and you are not a member of exactly one."));
        }

        private OfrepQuestion ask(TenantRef tenant, @Nullable String targetingKey) {
            request.actor().require(TenantPermissions.FEATURES_READ, tenant);
            var license = new LicenseQuery(request.session()).of(tenant.id());
            return new Asked(tenant, new Features(license, tenant.id()), member(targetingKey));
        }

        /** Members stand for themselves: whoever could name a key would name one that has the feature. */
        private @Nullable String member(@Nullable String targetingKey) {
            return request.actor() instanceof Actor.Member member && !member.serviceAccount()
                    ? member.id()
                    : targetingKey;
        }

        private Optional<TenantRef> visible(String alias) {
            return new TenantDirectory(request.session())
                    .byAlias(alias)
                    .map(TenantDirectory::ref)
                    .filter(tenant -> request.actor().permits(Permission.TENANT_READ, tenant));
        }

        private Optional<TenantRef> onlyOne() {
            if (!request.realm().isOrganizationsEnabled()) {
                return Optional.empty();
            }
            var own = new TenantQuery(request.session()).names(request.actor().id(), false, null, "", 2);
            return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
        }

        private static Optional<String> text(Map<?, ?> context, String name) {
            return context.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
        }

        private static Refused invalid(String details) {
            return new Refused(OfrepFailure.Code.INVALID_CONTEXT, details);
        }
    }
}
