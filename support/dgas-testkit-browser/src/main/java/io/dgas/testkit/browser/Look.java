package io.dgas.testkit.browser;

/** What a reader looks through: the colours that the system prefers, and the size of the window. */
public enum Look {
    LIGHT(false, 1280, 900),
    DARK(true, 1280, 900),
    PHONE_LIGHT(false, 390, 844),
    PHONE_DARK(true, 390, 844);

    private final boolean isDark;
    private final int width;
    private final int height;

    Look(boolean isDark, int width, int height) {
        this.isDark = isDark;
        this.width = width;
        this.height = height;
    }

    boolean isDark() {
        return isDark;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
