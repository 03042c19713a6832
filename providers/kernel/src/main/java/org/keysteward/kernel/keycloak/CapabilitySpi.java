package org.keysteward.kernel.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI of capabilities: one provider each, whose id is part of its server options' names. */
public final class CapabilitySpi implements Spi {
    static final String NAME = "keysteward";

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
        return Capability.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return CapabilityFactory.class;
    }
}
