package io.github.espial.context.paste;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags around text as it was printed: HTML's {@code pre}, a forum's {@code [code]}, Jira's {@code {noformat}}. */
final class Markup {
    private static final Pattern PRINTED = Pattern.compile("(?i)</?(?:pre|code|samp|tt)\\b[^<>]{0,200}>|<br ?/?>");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:html|head|body|pre|code|samp|tt|div|span|p|b|i|em|strong|font|br|blockquote|meta|title)\\b[^<>]{0,200}>"
                    + "|<!doctype[^<>]{0,200}>");
    private static final Pattern BRACKETED =
            Pattern.compile("(?i)\\[/?(?:code|pre|quote|tt|spoiler|plain)(?:=[^\\[\\]]{0,80})?\\]"
                    + "|\\{(?:code|noformat|quote)(?::[^{}]{0,80})?\\}");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

    private Markup() {}

    static Optional<Peel> ofHtml(List<String> start) {
        return start.stream()
                        .anyMatch(line ->
                                line.indexOf('<') >= 0 && PRINTED.matcher(line).find())
                ? Optional.of(lines -> new PeeledLines(lines, Markup::withoutHtml))
                : Optional.empty();
    }

    static Optional<Peel> ofBrackets(List<String> start) {
        return start.stream().anyMatch(line -> BRACKETED.matcher(line).find())
                ? Optional.of(lines ->
                        new PeeledLines(lines, line -> BRACKETED.matcher(line).replaceAll("")))
                : Optional.empty();
    }

    private static String withoutHtml(String line) {
        String text = line.indexOf('<') < 0 ? line : TAG.matcher(line).replaceAll("");
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    /** What an entity stands for; itself where it stands for nothing. */
    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, entity.group());
        }
        boolean isHexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = isHexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean isPrinted = Character.isValidCodePoint(point) && !Character.isISOControl(point);
        return isPrinted ? Character.toString(point) : entity.group();
    }
}
