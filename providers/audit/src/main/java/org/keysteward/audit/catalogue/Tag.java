package org.keysteward.audit.catalogue;

/**
 * What an auditor looks for: the logical and physical access criteria of SOC 2 (AICPA TSC 2017, CC6), SOX (who may do
 * what in systems behind financial reports), GDPR (personal data).
 */
public enum Tag {
    /** Logical access security: who is let in, and by what. */
    SOC2_CC6_1("SOC2:CC6.1"),
    /** Users are registered and authorized before they get credentials, and removed when they no longer are. */
    SOC2_CC6_2("SOC2:CC6.2"),
    /** Roles, least privilege and segregation of duties. */
    SOC2_CC6_3("SOC2:CC6.3"),
    /** Physical access; nothing of ours. */
    SOC2_CC6_4("SOC2:CC6.4"),
    /** Disposal of data and of what holds it. */
    SOC2_CC6_5("SOC2:CC6.5"),
    /** Threats from outside the boundary. */
    SOC2_CC6_6("SOC2:CC6.6"),
    /** Information that is transmitted, moved or removed. */
    SOC2_CC6_7("SOC2:CC6.7"),
    /** Unauthorized software and configuration. */
    SOC2_CC6_8("SOC2:CC6.8"),
    SOX("SOX"),
    GDPR("GDPR");

    private final String text;

    Tag(String text) {
        this.text = text;
    }

    /** As it stands in a record. */
    public String text() {
        return text;
    }

    static Tag of(String text) {
        for (var tag : values()) {
            if (tag.text.equals(text)) {
                return tag;
            }
        }
        throw new IllegalArgumentException("no such tag: " + text);
    }
}
