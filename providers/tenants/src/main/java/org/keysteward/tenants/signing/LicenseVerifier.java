package org.keysteward.tenants.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keysteward.kernel.json.MalformedException;
import org.keysteward.kernel.signing.Jwk;
import org.keysteward.tenants.signing.Verification.Reason;

/** Decides whether a signed license may be installed. Whatever it is given, it answers; it fails closed. */
public final class LicenseVerifier {
    /** How far the vendor's clock may be ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private final LicenseKeys keys;
    private final String issuer;
    private final Clock clock;

    /**
     * @param keys whom the realm believes
     * @param issuer the realm's own, {@code https://…/realms/<realm>}, compared letter by letter
     */
    public LicenseVerifier(LicenseKeys keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * @param compact as it was sent; nothing is trimmed
     * @param tenantAlias the tenant that it is to be installed in
     * @param installedIssuedAt {@link SignedLicense#issued()} of the license that is installed there, if one is
     */
    public Verification verify(String compact, String tenantAlias, Optional<Instant> installedIssuedAt) {
        try {
            var jws = CompactJws.parse(compact);
            var algorithm = SignatureAlgorithm.of(jws.algorithm());
            if (algorithm.isEmpty()) {
                return refused(Reason.ALGORITHM_NOT_ALLOWED, "A license is signed with EdDSA or ES256.");
            }
            var kid = jws.kid();
            if (kid == null) {
                return refused(Reason.UNKNOWN_KEY, "The license does not name its key (kid).");
            }
            var key = keys.find(kid);
            if (key.isEmpty()) {
                return refused(Reason.UNKNOWN_KEY, unknown(kid));
            }
            // INVARIANT: the key says how it is used, the license never does.
            if (key.get().algorithm() != algorithm.get()) {
                return refused(
                        Reason.ALGORITHM_NOT_ALLOWED,
                        "The key " + kid + " signs with "
                                + key.get().algorithm().jwsName() + ".");
            }
            if (!jws.isSignedBy(key.get())) {
                return refused(Reason.BAD_SIGNATURE, "The signature is not one of the key " + kid + ".");
            }
            // INVARIANT: nothing of the payload is looked at above this line.
            var license = Claims.read(jws.claims());
            return objection(license, tenantAlias, installedIssuedAt)
                    .orElseGet(() -> new Verification.Accepted(license, kid));
        } catch (MalformedException e) {
            return refused(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Verification> objection(
            SignedLicense license, String tenantAlias, Optional<Instant> installedIssuedAt) {
        if (!license.tenant().equals(tenantAlias)) {
            return Optional.of(refused(Reason.WRONG_TENANT, "The license is for the tenant " + license.tenant() + "."));
        }
        if (!license.audience().contains(issuer)) {
            return Optional.of(refused(
                    Reason.WRONG_AUDIENCE,
                    "The license is for " + String.join(", ", license.audience()) + "; this is " + issuer + "."));
        }
        return untimely(license)
                .or(() -> installedIssuedAt
                        .filter(license.issued()::isBefore)
                        .map(installed -> refused(
                                Reason.OLDER_THAN_INSTALLED,
                                "The license was issued at " + license.issued() + ", the installed one at " + installed
                                        + ".")));
    }

    private Optional<Verification> untimely(SignedLicense license) {
        var now = clock.instant();
        var latestStart = now.plus(CLOCK_SKEW);
        if (license.startsAt().isAfter(latestStart)) {
            return Optional.of(
                    refused(Reason.NOT_YET_VALID, "The license is valid from " + license.startsAt() + " on."));
        }
        // One from the future would shut out all that are issued until then.
        if (license.issued().isAfter(latestStart)) {
            return Optional.of(
                    refused(Reason.NOT_YET_VALID, "The license says that it was issued at " + license.issued() + "."));
        }
        if (!license.expiresAt().isAfter(now)) {
            return Optional.of(refused(Reason.EXPIRED, "The license expired at " + license.expiresAt() + "."));
        }
        return Optional.empty();
    }

    /** The kid is not signed yet: it is repeated only where it is one. */
    private static String unknown(String kid) {
        return Jwk.isKid(kid)
                ? "No key with the kid " + kid + " is registered."
                : "No key with this license's kid is registered.";
    }

    private static Verification refused(Reason reason, String detail) {
        return new Verification.Refused(reason, detail);
    }
}
