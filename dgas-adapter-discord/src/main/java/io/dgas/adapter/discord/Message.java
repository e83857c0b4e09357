package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Picture;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What goes to Discord: the text that is always there, the embed, and the picture that the embed shows. */
record Message(String content, Optional<ObjectNode> embed, Optional<Picture> picture) {

    /** Larger ones Discord refuses. */
    private static final int LARGEST_PICTURE = 10 << 20;

    Message {
        boolean shown = embed.isPresent();
        picture = picture.filter(given -> shown && sendable(given));
    }

    private static boolean sendable(Picture picture) {
        int length = picture.png().length;
        return length > 0 && length <= LARGEST_PICTURE;
    }

    /** Less of the same message, for a channel that does not take all of it. */
    enum Less {
        /** No picture. */
        PICTURE,
        /** No picture; and where there is none, no embed. */
        ONE_PART,
        /** The text alone. */
        ALL_BUT_TEXT
    }

    /** Empty where nothing of that kind is left to be taken away. */
    Optional<Message> without(Less less) {
        return switch (less) {
            case PICTURE -> picture.map(any -> new Message(content, embed, Optional.empty()));
            case ONE_PART -> without(Less.PICTURE).or(() -> without(Less.ALL_BUT_TEXT));
            case ALL_BUT_TEXT -> embed.map(any -> new Message(content, Optional.empty(), Optional.empty()));
        };
    }
}
