/**
 * A headless Chromium and the pages that tests drive in it. A page object speaks of what a person sees and does; only
 * it knows selectors.
 *
 * <p>Entry point: {@link org.keysteward.it.browser.Browser}, a parameter of tests with {@link
 * org.keysteward.it.harness.KeycloakTest}.
 */
@NullMarked
package org.keysteward.it.browser;

import org.jspecify.annotations.NullMarked;
