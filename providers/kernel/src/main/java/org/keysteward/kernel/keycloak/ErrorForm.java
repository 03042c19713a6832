package org.keysteward.kernel.keycloak;

import org.keysteward.kernel.Problem;
import org.keysteward.kernel.RequestId;

/** How a protocol writes errors, where it has a form of its own: also for what Keycloak and JAX-RS refuse below it. */
public interface ErrorForm {
    String mediaType();

    /** The status of the response; a protocol may know fewer than we do. */
    int status(Problem problem);

    /** JSON. */
    String body(Problem problem, RequestId request);
}
