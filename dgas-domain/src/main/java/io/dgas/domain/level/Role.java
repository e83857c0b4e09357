package io.dgas.domain.level;

/** What a line is expected to be: the market turns up at support and down at resistance. */
public enum Role {
    SUPPORT(+1),
    RESISTANCE(-1);

    private final int sign;

    Role(int sign) {
        this.sign = sign;
    }

    /** +1 for support, from which the market turns up; −1 for resistance. */
    int sign() {
        return sign;
    }
}
