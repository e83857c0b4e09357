package io.dgas.adapter.eodhd;

import java.io.IOException;

/** An answer went on beyond the limit and was not read to its end. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
