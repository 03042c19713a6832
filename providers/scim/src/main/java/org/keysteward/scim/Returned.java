package org.keysteward.scim;

/** When an attribute is in an answer (RFC 7643, section 2.2). */
public enum Returned {
    ALWAYS("always"),
    NEVER("never"),
    DEFAULT("default"),
    REQUEST("request");

    private final String scimName;

    Returned(String scimName) {
        this.scimName = scimName;
    }

    /** As the schemas endpoint spells it. */
    public String scimName() {
        return scimName;
    }
}
