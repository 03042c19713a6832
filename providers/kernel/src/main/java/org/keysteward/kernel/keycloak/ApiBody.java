package org.keysteward.kernel.keycloak;

import org.keysteward.kernel.FieldErrors;

/** A request's JSON body: a record that Jackson fills and that then says itself what is wrong with it. */
public interface ApiBody {
    void validate(FieldErrors errors);
}
