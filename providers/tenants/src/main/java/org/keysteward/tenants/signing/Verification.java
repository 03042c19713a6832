package org.keysteward.tenants.signing;

/** What became of a signed license that was looked at. */
public sealed interface Verification {
    /**
     * It holds: for this tenant, in this realm, now.
     *
     * @param kid the key that signed it
     */
    record Accepted(SignedLicense license, String kid) implements Verification {}

    /** @param detail what is wrong, and with which key or claim; nothing in it comes from an unsigned payload */
    record Refused(Reason reason, String detail) implements Verification {}

    /** Why a license is refused, in the order in which it is looked at. */
    enum Reason {
        /** Not a compact JWS, or signed and not a license: a claim is missing or wrong, or the term is backwards. */
        MALFORMED("license-malformed", "Not a signed license"),
        /** Neither EdDSA nor ES256, or not the algorithm of the key that it names. */
        ALGORITHM_NOT_ALLOWED("license-algorithm-not-allowed", "Signature algorithm not allowed"),
        /** It names no key, or none of those that are known. */
        UNKNOWN_KEY("license-key-unknown", "Signing key unknown"),
        BAD_SIGNATURE("license-signature-invalid", "Signature invalid"),
        WRONG_TENANT("license-wrong-tenant", "License of another tenant"),
        WRONG_AUDIENCE("license-wrong-audience", "License for another realm"),
        /** Its term, or the moment at which it says it was issued, is still to come. */
        NOT_YET_VALID("license-not-yet-valid", "License not valid yet"),
        EXPIRED("license-already-expired", "License has expired already"),
        /** A newer one is installed. */
        OLDER_THAN_INSTALLED("license-rollback", "License older than the installed one");

        private final String problemName;
        private final String title;

        Reason(String problemName, String title) {
            this.problemName = problemName;
            this.title = title;
        }

        /** The last part of its problem type (RFC 9457); part of the API, it never changes. */
        public String problemName() {
            return problemName;
        }

        public String title() {
            return title;
        }
    }
}
