package org.keysteward.scim;

/** Among whom a value is unique (RFC 7643, section 2.2). */
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String scimName;

    Uniqueness(String scimName) {
        this.scimName = scimName;
    }

    /** As the schemas endpoint spells it. */
    public String scimName() {
        return scimName;
    }
}
