package org.keysteward.kernel.keycloak;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/**
 * JSON text: JSONB on PostgreSQL, CLOB elsewhere. Hibernate's own JSON type cannot be used: it asks for a format
 * mapper that Keycloak's build does not have, and the server does not start.
 */
public final class JsonColumn implements UserType<String> {
    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public Class<String> returnedClass() {
        return String.class;
    }

    @Override
    public @Nullable String nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        return row.getString(position);
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable String value, int position, WrapperOptions options)
            throws SQLException {
        var type = options.getDialect() instanceof PostgreSQLDialect ? Types.OTHER : Types.VARCHAR;
        if (value == null) {
            statement.setNull(position, type);
        } else {
            statement.setObject(position, value, type);
        }
    }

    @Override
    public String deepCopy(String value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
