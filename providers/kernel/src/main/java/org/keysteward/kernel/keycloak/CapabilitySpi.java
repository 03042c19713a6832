package org.keysteward.kernel.keycloak;

/** The SPI of capabilities; its name is part of server options' names. */
public final class CapabilitySpi extends OwnSpi {
    public CapabilitySpi() {
        super("keysteward", Capability.class, CapabilityFactory.class);
    }
}
