package org.keysteward.audit.keycloak;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.keysteward.audit.integrity.VerificationKey;
import org.keysteward.audit.integrity.VerificationKeys;

/** The public keys of all that has ever signed here. Where the server has a key itself, what the database says of it is nothing. */
final class VerificationKeyRows {
    private VerificationKeyRows() {}

    static VerificationKeys all(Sql sql, List<VerificationKey> own) throws SQLException {
        var keys = new LinkedHashMap<String, VerificationKey>();
        sql.list(
                        "select KID, VALUE_ from KS_AUDIT_KEY where USED_FOR = 'sig' order by CREATED_AT, KID",
                        row -> key(row.getString(1), row.getBytes(2)))
                .forEach(key -> keys.put(key.kid(), key));
        own.forEach(key -> keys.put(key.kid(), key));
        return new VerificationKeys(keys.values());
    }

    private static VerificationKey key(String kid, byte[] encoded) {
        try {
            return new VerificationKey(
                    kid, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The public audit key '" + kid + "' in the database is none", e);
        }
    }
}
