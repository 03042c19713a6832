/**
 * What everything that can happen is called. {@link org.keysteward.audit.catalogue.Catalogue} names user events, admin
 * events and our own actions, the same thing by the same name however it came about; {@link
 * org.keysteward.audit.catalogue.AdminPath} reads what an admin event was about, and {@link
 * org.keysteward.audit.catalogue.EventDetails} says which details of a user event may be kept. The table is {@code
 * catalogue.tsv}, and docs/audit-catalogue.md is generated from it.
 *
 * <p>Pure: names of Keycloak's types are texts here, and a test compares them with Keycloak's.
 */
@NullMarked
package org.keysteward.audit.catalogue;

import org.jspecify.annotations.NullMarked;
