package io.dgas.application.port.out.notice;

/**
 * What makes a notice the same notice: the same for every try to tell it, different for everything else. It stands in the
 * message for people to see, and is what a channel is searched for.
 *
 * @param text one line of at most 200 printable characters
 */
public record NoticeId(String text) {

    private static final int LONGEST = 200;

    public NoticeId {
        if (text.isBlank()
                || text.length() > LONGEST
                || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the id of a notice is one line of 1 to " + LONGEST + " characters, got '" + text + "'");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
