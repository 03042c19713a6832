package org.keysteward.it.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database of the running deployment. */
public interface Database extends AutoCloseable {
    DatabaseEngine engine();

    /**
     * Opens a connection with all rights, beside the server's own ones. The caller closes it.
     *
     * @throws UnsupportedOperationException when the engine is embedded in the server
     */
    Connection connect() throws SQLException;

    /** The options that make a node use this database. */
    List<String> serverOptions();

    @Override
    void close();
}
