package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI that answers what a member may do in a tenant. */
public final class PermissionsSpi implements Spi {
    static final String NAME = "keysteward-permissions";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PermissionsProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return PermissionsProviderFactory.class;
    }
}
