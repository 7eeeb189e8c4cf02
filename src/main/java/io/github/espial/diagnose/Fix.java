package io.github.espial.diagnose;

/**
 * A remedy on one platform.
 *
 * @param platform where the command runs: {@code windows}, {@code linux}, {@code freebsd}; {@code any} for advice only
 * @param command what to type; capital words stand for what the capture does not tell. Empty for advice only
 * @param text what it does, one sentence without trailing period
 */
public record Fix(String platform, String command, String text) {}
