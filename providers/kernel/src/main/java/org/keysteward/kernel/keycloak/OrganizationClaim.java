package org.keysteward.kernel.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.IDToken;
import org.keycloak.utils.JsonUtils;

/**
 * The claim into which Keycloak's own mapper has written the tenants that a token is for, whatever form it gave it; with
 * more said of a tenant it becomes an object by alias.
 *
 * @param name a claim's name, or a path of names
 */
public record OrganizationClaim(String name) {
    /** After the stock mappers of organizations, which have 0 and 10. */
    public static final int PRIORITY = 100;

    /** Where the stock mapper of this request writes; empty where there is none. */
    public static Optional<OrganizationClaim> of(ClientSessionContext clientSession) {
        return clientSession
                .getProtocolMappersStream()
                .filter(mapper -> OrganizationMembershipMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findAny()
                .map(mapper -> new OrganizationClaim(mapper.getConfig()
                        .getOrDefault(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, OAuth2Constants.ORGANIZATION)));
    }

    /** The tenants that it names. Other mappers may write into the same claim, even what a user says of themselves. */
    public List<String> aliases(IDToken token) {
        Object found = token.getOtherClaims();
        for (var step : JsonUtils.splitClaimPath(name)) {
            found = found instanceof Map<?, ?> members ? members.get(step) : null;
        }
        var aliases = new ArrayList<String>();
        if (found instanceof String alias) {
            aliases.add(alias);
        } else if (found instanceof Collection<?> several) {
            several.forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (found instanceof Map<?, ?> byAlias) {
            byAlias.keySet().forEach(alias -> aliases.add(String.valueOf(alias)));
        } else if (found instanceof ObjectNode byAlias) {
            byAlias.fieldNames().forEachRemaining(aliases::add);
        }
        return aliases;
    }

    /**
     * Says more of tenants. What an organization's attributes say under the same names gives way.
     *
     * @param mapper the effective model of the mapper that says so
     * @param facts by alias
     */
    public void add(IDToken token, ProtocolMapperModel mapper, Map<String, Map<String, Object>> facts) {
        mapper.getConfig().put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, name);
        var byAlias = OIDCAttributeMapperHelper.getOrInitializeOrganizationClaimAsMap(token, mapper);
        facts.forEach((alias, more) -> byAlias.put(alias, with(byAlias.get(alias), more)));
    }

    private static Map<String, Object> with(@Nullable Object there, Map<String, Object> more) {
        var members = new HashMap<String, Object>();
        if (there instanceof Map<?, ?> known) {
            known.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        members.putAll(more);
        return members;
    }
}
