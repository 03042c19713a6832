package org.keysteward.scim.resource;

/** Which end of a sorted list comes first (RFC 7644, section 3.4.2.3). */
public enum SortOrder {
    ASCENDING,
    DESCENDING
}
