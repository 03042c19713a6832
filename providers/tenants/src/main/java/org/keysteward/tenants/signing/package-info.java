/**
 * Signed licenses, for vendors whose customers run Keycloak themselves. The vendor holds a {@link
 * org.keysteward.tenants.signing.LicenseSigningKey} and signs a {@link org.keysteward.tenants.signing.SignedLicense} with
 * a {@link org.keysteward.tenants.signing.LicenseSigner}; the customer's realm knows the vendor's {@link
 * org.keysteward.tenants.signing.LicenseKeys}, and what it is given goes through {@link
 * org.keysteward.tenants.signing.LicenseVerifier}, the entry point.
 *
 * <p>A signed license is a compact JWS (RFC 7515) over JWT claims (RFC 7519), with EdDSA over Ed25519 (RFC 8037) or
 * ES256 (RFC 7518). A <em>key</em> is a JWK (RFC 7517), and its <em>kid</em> names it. The <em>term</em> runs from
 * {@code nbf} to {@code exp}; the <em>issue time</em>, {@code iat} or else {@code nbf}, is what keeps an older license
 * from replacing a newer one.
 *
 * <p>Pure: the JDK's signatures, a clock, and nothing of a server. The commands {@code license-key} and {@code license}
 * are here as well.
 */
@NullMarked
package org.keysteward.tenants.signing;

import org.jspecify.annotations.NullMarked;
