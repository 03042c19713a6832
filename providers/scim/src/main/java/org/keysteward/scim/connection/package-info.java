/** What provisioning connections need beyond SCIM itself: tokens, addresses, rates; without Keycloak. */
@NullMarked
package org.keysteward.scim.connection;

import org.jspecify.annotations.NullMarked;
