package io.dgas.adapter.eodhd.stream;

import java.nio.CharBuffer;
import java.util.Arrays;

/** Frames one behind the other, put together from their parts. Grows with need and is used again. */
final class FrameBuffer {

    /** Takes a whole frame; its characters are valid during the call alone. */
    @FunctionalInterface
    interface Reader {
        void read(char[] text, int from, int to);
    }

    private final int largestFrame;
    private char[] text = new char[1024];
    private int[] ends = new int[16];
    private int frames;
    private int length;
    private int overlong;
    private boolean skipping;

    FrameBuffer(int largestFrame) {
        this.largestFrame = largestFrame;
    }

    /** Characters that wait. */
    int length() {
        return length;
    }

    /** Frames that were too long and are not among the others. */
    int overlong() {
        return overlong;
    }

    /** Adds a part of a frame; whether a frame, kept or not, is complete with it. */
    boolean append(CharSequence part, boolean last) {
        if (!skipping) {
            keep(part);
        }
        if (last) {
            finish();
        }
        return last;
    }

    private void keep(CharSequence part) {
        int start = start();
        if (part.length() > largestFrame - (length - start)) {
            length = start;
            skipping = true;
            return;
        }
        if (length + part.length() > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + part.length()));
        }
        part.getChars(0, part.length(), text, length);
        length += part.length();
    }

    private void finish() {
        if (skipping) {
            skipping = false;
            overlong++;
            return;
        }
        if (frames == ends.length) {
            ends = Arrays.copyOf(ends, 2 * frames);
        }
        ends[frames++] = length;
    }

    private int start() {
        return frames == 0 ? 0 : ends[frames - 1];
    }

    /** Hands over the whole frames in order. */
    void forEach(Reader reader) {
        int from = 0;
        for (int i = 0; i < frames; i++) {
            reader.read(text, from, ends[i]);
            from = ends[i];
        }
    }

    /** Takes over the part of a frame that is not whole yet. */
    void continueFrom(FrameBuffer other) {
        int start = other.start();
        skipping = other.skipping;
        append(CharBuffer.wrap(other.text, start, other.length - start), false);
    }

    /** Empties this. */
    void clear() {
        frames = 0;
        length = 0;
        overlong = 0;
        skipping = false;
    }
}
