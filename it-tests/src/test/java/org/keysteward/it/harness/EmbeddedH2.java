package org.keysteward.it.harness;

import java.sql.Connection;
import java.util.List;

/** H2 inside the server, in the distribution's data directory. */
final class EmbeddedH2 implements Database {
    @Override
    public DatabaseEngine engine() {
        return DatabaseEngine.H2;
    }

    @Override
    public Connection connect() {
        throw new UnsupportedOperationException("H2 belongs to the server; a test that reads tables needs POSTGRESQL");
    }

    @Override
    public List<String> serverOptions() {
        return List.of();
    }

    /** The server takes its database with it. */
    @Override
    public void close() {}
}
