package org.keysteward.scim.keycloak;

import java.util.List;
import org.keysteward.kernel.keycloak.OwnEntities;

/** The tables of SCIM. */
public final class ScimEntities extends OwnEntities {
    /** Each is deleted with its realm, and with its tenant. */
    static final List<String> ALL = List.of(
            "ConnectionEntity",
            "ConnectionTokenEntity",
            "EndedTokenEntity",
            "FormerConnectionEntity",
            "ScimResourceEntity",
            "ScimLinkEntity");

    /** What stands for the tenant where something is the realm's. */
    static final String WHOLE_REALM = "";

    public ScimEntities() {
        super(
                "ks-scim",
                "META-INF/keysteward-scim.xml",
                List.of(
                        ConnectionEntity.class,
                        ConnectionTokenEntity.class,
                        EndedTokenEntity.class,
                        FormerConnectionEntity.class,
                        ScimResourceEntity.class,
                        ScimLinkEntity.class,
                        ScimValueEntity.class,
                        ScimCountEntity.class,
                        ScimErrorEntity.class));
    }
}
