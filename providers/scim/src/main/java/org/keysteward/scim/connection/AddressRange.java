package org.keysteward.scim.connection;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, or a range of them in CIDR notation (RFC 4632, RFC 4291): {@code 198.51.100.0/24}, {@code 2001:db8::/32}.
 *
 * @param bits how many bits of the network stand first
 */
public record AddressRange(InetAddress network, int bits) {
    /** Nothing that a name server would be asked for. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Empty for what is no range, and for one whose host part is not zero: that is most often a mistake. */
    public static Optional<AddressRange> of(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var size = address.get().getAddress().length * Byte.SIZE;
        var prefix = slash < 0 ? Integer.toString(size) : text.substring(slash + 1);
        if (!NUMBER.matcher(prefix).matches() || Integer.parseInt(prefix) > size) {
            return Optional.empty();
        }
        var range = new AddressRange(address.get(), Integer.parseInt(prefix));
        return range.hostPart().signum() == 0 ? Optional.of(range) : Optional.empty();
    }

    /** An address of the other family is in no range of this one. */
    public boolean contains(String address) {
        return literal(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length == network.getAddress().length)
                .filter(bytes -> networkPart(bytes).equals(networkPart(network.getAddress())))
                .isPresent();
    }

    private BigInteger networkPart(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }

    private BigInteger hostPart() {
        var address = network.getAddress();
        var rest = address.length * Byte.SIZE - bits;
        return new BigInteger(1, address).and(BigInteger.ONE.shiftLeft(rest).subtract(BigInteger.ONE));
    }

    private static Optional<InetAddress> literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
