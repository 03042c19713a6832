package org.keysteward.scim.filter;

import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;

/** What the names in a filter mean. */
interface Names {
    /** @param word a name as the request spells it */
    AttributePath path(Token word) throws ScimException;
}
