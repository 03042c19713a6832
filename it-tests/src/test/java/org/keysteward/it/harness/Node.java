package org.keysteward.it.harness;

import java.net.URI;
import java.nio.file.Path;

/** One running server, wherever it runs. */
interface Node extends AutoCloseable {
    URI url();

    /** Where health and metrics are. */
    URI managementUrl();

    /** The file with everything that the server has written so far. */
    Path log();

    /** Stops it in the middle of whatever it does; it does not learn of it. */
    void freeze();

    /** Lets it go on. */
    void thaw();

    @Override
    void close();
}
