/**
 * Entitlements of a license, evaluated: a feature has a value, and may have a {@link
 * org.keysteward.tenants.features.Rollout} that gives it to some tenants or members only, or only for a time. {@link
 * org.keysteward.tenants.features.Features} says what one is for whoever asks, in OpenFeature's terms.
 *
 * <p>Pure: {@code org.keysteward.tenants.keycloak} is the adapter.
 */
@NullMarked
package org.keysteward.tenants.features;

import org.jspecify.annotations.NullMarked;
