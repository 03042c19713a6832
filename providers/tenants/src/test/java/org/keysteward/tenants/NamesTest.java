package org.keysteward.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "acme", "acme-2", "acme.eu_west", "0"})
    void anAliasReadsTheSameEverywhere(String alias) {
        assertThat(TenantAlias.isValid(alias)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a/b", "a b", "..", "-a", "a-", "a%2fb", "ä", "a\n", "a:b"})
    void anAliasNeedsNoEscaping(String alias) {
        assertThat(TenantAlias.isValid(alias)).isFalse();
    }

    @Test
    void anAliasIsBounded() {
        assertThat(TenantAlias.isValid("a".repeat(63))).isTrue();
        assertThat(TenantAlias.isValid("a".repeat(64))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"acme.example,acme.example", "ACME.Example,acme.example", "bücher.example,xn--bcher-kva.example"})
    void aDomainIsComparedInAscii(String text, String domain) {
        assertThat(DomainName.of(text)).contains(new DomainName(domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "a..b", "-a.example", "a.example/x", "*.example", "a b.example", "user@a.b"})
    void whatIsNoDomainIsRefused(String text) {
        assertThat(DomainName.of(text)).isEmpty();
    }
}
