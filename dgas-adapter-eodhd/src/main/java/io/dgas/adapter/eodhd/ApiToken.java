package io.dgas.adapter.eodhd;

import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The key to the vendor's API. Nothing shows it but the request it is put into. */
public final class ApiToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.]{16,32}|demo");
    private static final Pattern IN_A_QUERY = Pattern.compile("(?i)(api_token(?:=|%3D))[^&\\s\"'<>\\\\]+");
    private static final String HIDDEN = "***";

    private final String value;
    private final Pattern anyWriting;

    private ApiToken(String value) {
        this.value = value;
        this.anyWriting = Pattern.compile(
                value.chars().mapToObj(ApiToken::writings).collect(Collectors.joining()), Pattern.CASE_INSENSITIVE);
    }

    /**
     * Reads a token; surrounding blanks do not count.
     *
     * @throws IllegalArgumentException when it cannot be one; the message does not repeat it
     */
    public static ApiToken parse(String text) {
        String token = text.strip();
        if (!FORM.matcher(token).matches()) {
            throw new IllegalArgumentException("the EODHD token has " + token.length()
                    + " characters or a wrong one among them: expected 16 to 32 letters, digits or dots, or demo");
        }
        return new ApiToken(token);
    }

    /** For the query of a request alone. */
    String value() {
        return value;
    }

    /** The address with the token in its query, for a request alone: an address is a text that others print. */
    public URI in(URI address) {
        return URI.create(address + "?api_token=" + value);
    }

    /** The text without the token, however a page that echoes the request may write it. */
    public String redact(String text) {
        String withoutQuery = IN_A_QUERY.matcher(text).replaceAll("$1" + HIDDEN);
        return value.equals("demo")
                ? withoutQuery
                : anyWriting.matcher(withoutQuery).replaceAll(HIDDEN);
    }

    /** A dot may be written as such or escaped, for a URL, a page or JSON. */
    private static String writings(int character) {
        return character == '.' ? "(?:\\.|%2E|&#46;|&#x2E;|\\\\u002E)" : Character.toString(character);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
