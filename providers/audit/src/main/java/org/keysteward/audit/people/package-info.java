/**
 * Keeps who somebody is apart from what happened. A {@link org.keysteward.audit.people.SecretBox} encrypts, and a {@link
 * org.keysteward.audit.people.BlindIndex} finds people by name without keeping their names.
 */
@NullMarked
package org.keysteward.audit.people;

import org.jspecify.annotations.NullMarked;
