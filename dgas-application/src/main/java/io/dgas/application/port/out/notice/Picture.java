package io.dgas.application.port.out.notice;

import java.util.Arrays;
import java.util.Objects;

/**
 * A PNG picture. Immutable.
 *
 * @param description for those who cannot see it
 */
public record Picture(byte[] png, String description) {

    public Picture {
        png = png.clone();
    }

    @Override
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && Arrays.equals(png, picture.png)
                && description.equals(picture.description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(png), description);
    }

    @Override
    public String toString() {
        return "a picture of " + png.length + " bytes: " + description;
    }
}
