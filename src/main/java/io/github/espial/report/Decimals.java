package io.github.espial.report;

/**
 * Rounds the decimal number that tells a double, which is the shortest that does, as {@link java.math.BigDecimal} does; but
 * without that class, which makes itself ready for numbers of 20,000 digits and takes 8 ms for it at each start.
 */
public final class Decimals {
    private static final long BASE = 10;
    /** Of a double's digits none is further left than this of the last that is kept. */
    private static final int MOST_DROPPED = 18;

    private Decimals() {}

    /**
     * {@code 0.9820}: to the nearest, and of two that are as near to the even one.
     *
     * @param value below 10<sup>9</sup>, and above its negative
     * @param digits after the point, 1 to 9
     */
    public static String rounded(double value, int digits) {
        long units = units(value, 0, digits, true);
        return (value < 0 && units > 0 ? "-" : "") + withPoint(Long.toString(units), digits);
    }

    /**
     * A share as a percentage, {@code 99.3} of 0.9936: downwards, so that only what is whole becomes 100.
     *
     * @param share from 0 to 1
     * @param digits after the point, 1 to 9
     */
    public static String percentage(double share, int digits) {
        return withPoint(Long.toString(units(share, 2, digits, false)), digits);
    }

    /**
     * {@code 0.0125} of 12,493,000 with a scale of 9 and 3 digits: to the nearest, and of two that are as near to the greater,
     * without zeros at the end.
     *
     * @param scale how many digits of {@code number} are behind the point
     * @param digits that are kept, from the first that is not 0
     */
    public static String significant(long number, int scale, int digits) {
        long size = Math.abs(Math.max(number, -Long.MAX_VALUE));
        int dropped = Math.max(0, Long.toString(size).length() - digits);
        long unit = power(dropped);
        long units = size / unit + (size % unit >= unit - unit / 2 ? 1 : 0);
        String text = withPoint(units + "0".repeat(dropped), scale);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return (number < 0 ? "-" : "") + text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** How many units of the last digit that is kept. */
    private static long units(double value, int places, int digits, boolean isToNearest) {
        String text = Double.toString(Math.abs(value));
        int exponent = text.indexOf('E');
        String plain = exponent < 0 ? text : text.substring(0, exponent);
        int power = exponent < 0 ? 0 : Integer.parseInt(text.substring(exponent + 1));
        int point = plain.indexOf('.');
        long number = Long.parseLong(plain.substring(0, point) + plain.substring(point + 1));
        int dropped = plain.length() - point - 1 - power - places - digits;
        if (dropped > MOST_DROPPED) {
            return 0;
        }
        long unit = power(Math.abs(dropped));
        if (dropped <= 0) {
            return Math.multiplyExact(number, unit);
        }
        long units = number / unit;
        long twice = 2 * (number % unit);
        boolean isMore = twice > unit || (twice == unit && units % 2 != 0);
        return isToNearest && isMore ? units + 1 : units;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, BASE);
        }
        return power;
    }

    /** Sets a point before the last {@code digits} of a number. */
    private static String withPoint(String number, int digits) {
        String whole = "0".repeat(Math.max(0, digits + 1 - number.length())) + number;
        int point = whole.length() - digits;
        return whole.substring(0, point) + "." + whole.substring(point);
    }
}
