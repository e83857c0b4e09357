package io.dgas.app.output;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Hides secrets in text for people: every secret that this process has come to know, and what looks like one, such as
 * passwords in addresses and tokens as parameters.
 */
public final class Redaction {

    /** A shorter secret would tear holes into harmless text. */
    private static final int SHORTEST = 8;

    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*):[^/\\s@]+@");
    private static final Pattern AS_PARAMETER = Pattern.compile(
            "(password|passwd|pwd|token|secret)(\"\\s*:\\s*\"|\\s*=\\s*)[^\\s&;,'\")]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AS_HEADER = Pattern.compile("\\b(Bearer|Bot|Basic)\\s+[\\w.\\-+/=]{20,}");

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private Redaction() {}

    /** Hides this text from now on, wherever it appears. */
    public static void hide(String secret) {
        if (secret.length() >= SHORTEST) {
            KNOWN.add(secret);
        }
    }

    /** The text with each secret replaced by {@code ***}. */
    public static String of(String text) {
        String hidden = text;
        for (String secret : KNOWN) {
            hidden = hidden.replace(secret, "***");
        }
        hidden = IN_ADDRESS.matcher(hidden).replaceAll("$1:***@");
        hidden = AS_PARAMETER.matcher(hidden).replaceAll("$1$2***");
        return AS_HEADER.matcher(hidden).replaceAll("$1 ***");
    }
}
