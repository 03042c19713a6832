package org.keysteward.kernel.keycloak;

/** The body of an error in a protocol's own form, which goes out as it is. */
public interface ProtocolError {}
