package org.keysteward.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, 198.51.100.255, true",
        "198.51.100.0/24, 198.51.101.0, false",
        "198.51.100.7, 198.51.100.7, true",
        "198.51.100.7, 198.51.100.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.128.0.0/9, 10.255.255.255, true",
        "10.128.0.0/9, 10.127.255.255, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "198.51.100.0/24, '', false",
        "198.51.100.0/24, example.org, false",
    })
    void containsWhatIsInIt(String range, String address, boolean contained) {
        assertThat(AddressRange.of(range).orElseThrow().contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "nowhere", "example.org", "localhost", "198.51.100.0/33", "198.51.100.0/-1", "198.51.100.0/",
                "198.51.100.1/24", "198.51.100.0/24/1", "300.1.1.1", "2001:db8::/129", "2001:db8::1/32", "::g", "1/1"
            })
    void isNoneWhereTheTextIsNone(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }
}
