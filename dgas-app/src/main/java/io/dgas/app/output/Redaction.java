package io.dgas.app.output;

import java.util.regex.Pattern;

/** Hides what looks like a secret in text for people: passwords in addresses, tokens and passwords as parameters. */
public final class Redaction {

    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*):[^/\\s@]+@");
    private static final Pattern AS_PARAMETER = Pattern.compile(
            "\\b(password|passwd|pwd|api_token|token|secret)(\\s*=\\s*)[^\\s&;,'\")]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AS_HEADER =
            Pattern.compile("\\b(Authorization:\\s*|Bearer\\s+|Bot\\s+)(?:Bot |Bearer )?[\\w.\\-]{20,}");

    private Redaction() {}

    /** The text with each secret replaced by {@code ***}. */
    public static String of(String text) {
        String hidden = IN_ADDRESS.matcher(text).replaceAll("$1:***@");
        hidden = AS_PARAMETER.matcher(hidden).replaceAll("$1$2***");
        return AS_HEADER.matcher(hidden).replaceAll("$1***");
    }
}
