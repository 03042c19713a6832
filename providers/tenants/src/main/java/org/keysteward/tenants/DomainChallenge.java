package org.keysteward.tenants;

import java.util.List;

/**
 * What proves that a tenant holds a domain: a TXT record (RFC 1464 style, {@code key=value}) below it, which only who
 * manages the domain can publish.
 *
 * @param domain the domain in question
 * @param secret unguessable, and another one for every claim, so that no record proves somebody else's
 */
public record DomainChallenge(DomainName domain, String secret) {
    private static final String LABEL = "_keysteward-challenge.";
    private static final String KEY = "keysteward-domain-verification=";

    /** Where the record has to be. */
    public String recordName() {
        return LABEL + domain.value();
    }

    /** What it has to say. */
    public String recordValue() {
        return KEY + secret;
    }

    /** @param records the texts of all TXT records of {@link #recordName} */
    public boolean isMetBy(List<String> records) {
        return records.stream().anyMatch(record -> unquoted(record).equals(recordValue()));
    }

    private static String unquoted(String record) {
        var text = record.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
