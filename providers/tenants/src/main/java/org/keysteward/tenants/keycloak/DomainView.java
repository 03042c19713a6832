package org.keysteward.tenants.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.tenants.DomainChallenge;
import org.keysteward.tenants.DomainName;

/**
 * A domain of a tenant. Only a verified one gives it any power.
 *
 * @param verifiedBy {@code dns} or {@code administrator}
 * @param createdAt when it was claimed; absent where Keycloak's own console added it
 * @param challenge the DNS record that verifies it; absent once it is
 */
public record DomainView(
        String name,
        boolean verified,
        @Nullable String verifiedAt,
        @Nullable String verifiedBy,
        @Nullable String createdAt,
        @Nullable ChallengeView challenge) {
    /** A DNS record to publish. */
    public record ChallengeView(String type, String name, String value) {}

    static DomainView of(DomainEntity claim, boolean verified) {
        var verifiedAt = claim.verifiedAt();
        return new DomainView(
                claim.name(),
                verified,
                verifiedAt == null ? null : Instant.ofEpochMilli(verifiedAt).toString(),
                claim.verifiedBy() == null && verified ? "administrator" : claim.verifiedBy(),
                Instant.ofEpochMilli(claim.createdAt()).toString(),
                verified ? null : challenge(claim));
    }

    /** One that Keycloak alone knows. */
    static DomainView stock(String name, boolean verified) {
        return new DomainView(name, verified, null, verified ? "administrator" : null, null, null);
    }

    private static ChallengeView challenge(DomainEntity claim) {
        var challenge = new DomainChallenge(new DomainName(claim.name()), claim.challenge());
        return new ChallengeView("TXT", challenge.recordName(), challenge.recordValue());
    }
}
