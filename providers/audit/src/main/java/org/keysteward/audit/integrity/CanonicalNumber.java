package org.keysteward.audit.integrity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers as JavaScript writes them (ECMAScript, Number::toString), which is how RFC 8785, section 3.2.2.3 wants them. */
final class CanonicalNumber {
    private static final long MAX_SAFE = (1L << 53) - 1;

    private static final int FIRST_EXPONENT = 21;
    private static final int LAST_LEADING_ZEROS = -6;

    private CanonicalNumber() {}

    static String of(long number) {
        if (Math.abs(number) <= MAX_SAFE && number != Long.MIN_VALUE) {
            return Long.toString(number);
        }
        // What a double was written as comes back as this same number, and has to be written like it again.
        if (!of((double) number).equals(Long.toString(number))) {
            throw new IllegalArgumentException("A whole number that JSON readers would change: " + number);
        }
        return Long.toString(number);
    }

    static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Not a JSON number: " + number);
        }
        if (number == 0) {
            return "0";
        }
        return number < 0 ? "-" + positive(-number) : positive(number);
    }

    private static String positive(double number) {
        if (number <= MAX_SAFE && number == Math.rint(number)) {
            return Long.toString((long) number);
        }
        var shortest = shortest(number).stripTrailingZeros();
        return layOut(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
    }

    /** The digits with the decimal point behind so many of them: k digits and n in the words of ECMAScript. */
    private static String layOut(String digits, int point) {
        if (point > FIRST_EXPONENT || point <= LAST_LEADING_ZEROS) {
            var exponent = point - 1;
            var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    /**
     * The fewest digits that read back as this number and, of those, the closest. Double.toString gives more than are
     * needed before Java 19 (JDK-4511638), and is where the search begins.
     */
    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        var digits =
                new BigDecimal(Double.toString(number)).stripTrailingZeros().precision();
        var shortest = rounded(exact, digits, number);
        while (digits > 1) {
            digits--;
            var shorter = rounded(exact, digits, number);
            if (shorter.isEmpty()) {
                break;
            }
            shortest = shorter;
        }
        return shortest.orElseThrow();
    }

    /** Both neighbours: below a power of two doubles are twice as dense, so the nearer one may be another double. */
    private static Optional<BigDecimal> rounded(BigDecimal exact, int digits, double number) {
        return Stream.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP)
                .map(mode -> exact.round(new MathContext(digits, mode)))
                .filter(decimal -> decimal.doubleValue() == number)
                .findFirst();
    }
}
