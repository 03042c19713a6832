package org.keysteward.scim;

/** What is wrong, in the words of RFC 7644 (section 3.12) and RFC 9865 (section 2). */
public enum ScimType {
    INVALID_FILTER("invalidFilter"),
    TOO_MANY("tooMany"),
    UNIQUENESS("uniqueness"),
    MUTABILITY("mutability"),
    INVALID_SYNTAX("invalidSyntax"),
    INVALID_PATH("invalidPath"),
    NO_TARGET("noTarget"),
    INVALID_VALUE("invalidValue"),
    INVALID_VERS("invalidVers"),
    SENSITIVE("sensitive"),
    INVALID_CURSOR("invalidCursor"),
    EXPIRED_CURSOR("expiredCursor"),
    INVALID_COUNT("invalidCount");

    private final String scimName;

    ScimType(String scimName) {
        this.scimName = scimName;
    }

    /** As error bodies spell it. */
    public String scimName() {
        return scimName;
    }
}
