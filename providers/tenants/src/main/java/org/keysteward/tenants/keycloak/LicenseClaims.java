package org.keysteward.tenants.keycloak;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.License;
import org.keysteward.tenants.features.Evaluation;
import org.keysteward.tenants.features.Features;

/** What tokens and assertions say of tenants' licenses to the user that they are about. */
final class LicenseClaims {
    /** Below {@code organization.<alias>}. */
    static final String LICENSE = "license";

    /** Below {@code organization.<alias>}; also the mappers' one property. */
    static final String FEATURES = "features";

    private static final String EVERY_FEATURE = "*";
    private static final String SEPARATOR = "##";
    private static final String READ = "keysteward.licenses";

    /** @param features null where the mapper is not asked for any */
    record Of(Map<String, Object> license, @Nullable Map<String, Object> features) {
        /** As members of the tenant's object in a token. */
        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(LICENSE, license);
            if (features != null) {
                members.put(FEATURES, features);
            }
            return members;
        }
    }

    private final KeycloakSession session;
    private final Set<String> wanted;
    private final Instant now;

    LicenseClaims(KeycloakSession session, ProtocolMapperModel mapper) {
        this.session = session;
        this.wanted = wanted(mapper.getConfig().get(FEATURES));
        this.now = KernelFactory.of(session).clock().instant();
    }

    static ProviderConfigProperty property() {
        var property = new ProviderConfigProperty();
        property.setName(FEATURES);
        property.setLabel("Features");
        property.setHelpText("Names of the features that are added, as they are for the user; " + EVERY_FEATURE
                + " for all of them, and nothing for none. A feature that is not given has the value false where it is"
                + " a boolean, and is left out otherwise.");
        property.setType(ProviderConfigProperty.MULTIVALUED_STRING_TYPE);
        return property;
    }

    /** By alias; of those tenants alone that there are, and in which the user is. */
    Map<String, Of> of(Collection<String> aliases, UserModel user) {
        var directory = new TenantDirectory(session);
        Map<String, OrganizationModel> organizations = new HashMap<>();
        for (var alias : aliases) {
            // Other mappers may write into the same claim, even what a user says of themselves.
            directory
                    .byAlias(alias)
                    .filter(organization -> organization.isEnabled() && organization.isMember(user))
                    .ifPresent(organization -> organizations.put(alias, organization));
        }
        var licenses = read(
                organizations.values().stream().map(OrganizationModel::getId).collect(Collectors.toSet()));
        var claims = new TreeMap<String, Of>();
        organizations.forEach((alias, organization) -> {
            var license = licenses.get(organization.getId());
            if (license != null) {
                claims.put(alias, of(license, organization.getId(), user));
            }
        });
        return claims;
    }

    private Of of(License license, String tenantId, UserModel user) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (license.plan() != null) {
            facts.put("plan", license.plan().key());
        }
        facts.put("state", license.state(now).key());
        return new Of(facts, wanted.isEmpty() ? null : features(new Features(license, tenantId), user.getId()));
    }

    private Map<String, Object> features(Features features, String member) {
        Map<String, Object> given = new TreeMap<>();
        if (wanted.contains(EVERY_FEATURE)) {
            features.evaluateAll(member, now).forEach((name, evaluation) -> put(given, name, evaluation));
        } else {
            wanted.forEach(
                    name -> features.evaluate(name, member, now).ifPresent(evaluation -> put(given, name, evaluation)));
        }
        return given;
    }

    private static void put(Map<String, Object> given, String name, Evaluation evaluation) {
        if (evaluation.value() != null) {
            given.put(name, evaluation.value());
        }
    }

    /** Once for the access token and the ID token of one answer. */
    @SuppressWarnings("unchecked")
    private Map<String, License> read(Set<String> tenantIds) {
        if (session.getAttribute(READ) instanceof Map<?, ?> known
                && known.keySet().equals(tenantIds)) {
            return (Map<String, License>) known;
        }
        var licenses = tenantIds.isEmpty() ? Map.<String, License>of() : new LicenseQuery(session).of(tenantIds);
        session.setAttribute(READ, licenses);
        return licenses;
    }

    private static Set<String> wanted(@Nullable String configured) {
        return configured == null
                ? Set.of()
                : Arrays.stream(configured.split(SEPARATOR, -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
