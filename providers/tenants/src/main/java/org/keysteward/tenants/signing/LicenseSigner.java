package org.keysteward.tenants.signing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;

/** Signs licenses, for the vendor. */
public final class LicenseSigner {
    private final LicenseSigningKey key;

    public LicenseSigner(LicenseSigningKey key) {
        this.key = key;
    }

    /**
     * The license as a compact JWS, which is all that the customer needs.
     *
     * @throws IllegalArgumentException where it is longer than any verifier reads
     */
    public String sign(SignedLicense license) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", key.publicKey().algorithm().jwsName());
        header.put("kid", key.publicKey().kid());
        header.put("typ", "JWT");
        var compact = sign(Json.write(header), Json.write(Claims.write(license)));
        if (compact.length() > CompactJws.MAX_LENGTH) {
            throw new IllegalArgumentException("A signed license has at most " + CompactJws.MAX_LENGTH
                    + " characters; this one has " + compact.length() + ".");
        }
        return compact;
    }

    /** RFC 7515, section 5.1, whatever the header and payload say. */
    String sign(String header, String payload) {
        var signed = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8));
        return signed + "." + Base64Url.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }
}
