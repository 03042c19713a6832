/**
 * Starts and stops a stock Keycloak that has the bundle deployed, as an operator would: unpacked distribution,
 * {@code kc.sh build}, {@code kc.sh start --optimized}. Both {@code mvn -Prun} and the integration tests stand on it.
 *
 * <p>Words: a <em>distribution</em> is one unpacked Keycloak directory, a <em>server</em> is one running process
 * tree of it, a <em>guard</em> is the small shell process that ends the server when this program is gone.
 *
 * <p>Entry points: {@link org.keysteward.launcher.Distribution} and {@link org.keysteward.launcher.KeycloakServer} for
 * code, {@link org.keysteward.launcher.Run} for people.
 */
@NullMarked
package org.keysteward.launcher;

import org.jspecify.annotations.NullMarked;
