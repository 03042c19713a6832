/**
 * Keys for signatures as they are written, {@link org.keysteward.kernel.signing.Jwk}, and signatures by {@link
 * org.keysteward.kernel.signing.Ed25519}. What is signed, and what a key is called, is for capabilities to say.
 *
 * <p>Pure: the JDK's cryptography.
 */
@NullMarked
package org.keysteward.kernel.signing;

import org.jspecify.annotations.NullMarked;
