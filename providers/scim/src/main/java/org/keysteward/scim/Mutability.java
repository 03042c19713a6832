package org.keysteward.scim;

/** Who may set an attribute, and when (RFC 7643, section 2.2). */
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String scimName;

    Mutability(String scimName) {
        this.scimName = scimName;
    }

    /** As the schemas endpoint spells it. */
    public String scimName() {
        return scimName;
    }
}
