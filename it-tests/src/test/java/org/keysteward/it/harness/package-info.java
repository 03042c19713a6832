/**
 * Starts what is tested as a user would deploy it, and hands it to the tests.
 *
 * <p>Words: an <em>engine</em> is a kind of database; a <em>deployment</em> is one database with one or two running
 * nodes; <em>needs</em> are what a test class declares with {@link org.keysteward.it.harness.KeycloakTest}. One
 * deployment serves every class with the same needs, and it is stopped before the next one is started.
 *
 * <p>Entry point: {@link org.keysteward.it.harness.KeycloakTest}.
 */
@NullMarked
package org.keysteward.it.harness;

import org.jspecify.annotations.NullMarked;
