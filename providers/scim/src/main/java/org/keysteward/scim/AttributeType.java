package org.keysteward.scim;

/** Data types of attributes (RFC 7643, section 2.3). */
public enum AttributeType {
    STRING("string"),
    BOOLEAN("boolean"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BINARY("binary"),
    REFERENCE("reference"),
    COMPLEX("complex");

    private final String scimName;

    AttributeType(String scimName) {
        this.scimName = scimName;
    }

    /** As the schemas endpoint spells it. */
    public String scimName() {
        return scimName;
    }
}
