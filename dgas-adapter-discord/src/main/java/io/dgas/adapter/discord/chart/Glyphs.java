package io.dgas.adapter.discord.chart;

import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/**
 * The letters of the pictures as centre lines, to be drawn with a round pen. Their own, because text of the JDK needs
 * fontconfig and a font, which a bare Linux has not: there it throws, while shapes are always drawn.
 *
 * <p>Each line is a character, the width of its ink, and a path of M (move), L (line), C (cubic) and Z (close) with
 * absolute coordinates: baseline 0, y upwards, capitals 14 high, small letters 10, descenders to −4. Digits are 8 wide, so
 * that columns of prices stand straight.
 */
final class Glyphs {

    /** Height of capitals and digits in the units of the paths. */
    static final double CAPITAL = 14;

    private static final String LETTERS = """
            A 10 M 0 0 L 5 14 L 10 0 M 1.6 4.6 L 8.4 4.6
            B 8.8 M 0 0 L 0 14 L 4.8 14 C 7 14 8.2 12.8 8.2 10.9 C 8.2 9 7 7.6 4.8 7.6 L 0 7.6 M 4.8 7.6 C 7.4 7.6 8.8 6.2 8.8 3.9 C 8.8 1.4 7.3 0 4.8 0 L 0 0
            C 9.2 M 9.2 11.4 C 8.4 13.1 7 14 5.1 14 C 1.9 14 0 11.5 0 7 C 0 2.5 1.9 0 5.1 0 C 7 0 8.4 0.9 9.2 2.6
            D 9.4 M 0 0 L 0 14 L 3.6 14 C 7.4 14 9.4 11.5 9.4 7 C 9.4 2.5 7.4 0 3.6 0 Z
            E 7.8 M 7.6 14 L 0 14 L 0 0 L 7.8 0 M 0 7.4 L 6.6 7.4
            F 7.4 M 7.4 14 L 0 14 L 0 0 M 0 7.2 L 6.4 7.2
            G 9.4 M 9.2 11.4 C 8.4 13.1 7 14 5.1 14 C 1.9 14 0 11.5 0 7 C 0 2.5 1.9 0 5.1 0 C 7.6 0 9.4 1.6 9.4 4.6 L 9.4 6.6 L 5.4 6.6
            H 9 M 0 0 L 0 14 M 9 0 L 9 14 M 0 7.3 L 9 7.3
            I 0 M 0 0 L 0 14
            J 6 M 6 14 L 6 4 C 6 1.4 5 0 3 0 C 1.5 0 0.5 0.7 0 2
            K 9 M 0 0 L 0 14 M 8.6 14 L 0 5 M 3.3 8.4 L 9 0
            L 7.2 M 0 14 L 0 0 L 7.2 0
            M 11 M 0 0 L 0 14 L 5.5 4 L 11 14 L 11 0
            N 9 M 0 0 L 0 14 L 9 0 L 9 14
            O 10.4 M 5.2 14 C 8.4 14 10.4 11.4 10.4 7 C 10.4 2.6 8.4 0 5.2 0 C 2 0 0 2.6 0 7 C 0 11.4 2 14 5.2 14 Z
            P 8.8 M 0 0 L 0 14 L 5 14 C 7.4 14 8.8 12.5 8.8 10.1 C 8.8 7.7 7.4 6.2 5 6.2 L 0 6.2
            Q 10.4 M 5.2 14 C 8.4 14 10.4 11.4 10.4 7 C 10.4 2.6 8.4 0 5.2 0 C 2 0 0 2.6 0 7 C 0 11.4 2 14 5.2 14 Z M 6.4 3.4 L 9.8 -1
            R 9 M 0 0 L 0 14 L 5 14 C 7.4 14 8.8 12.5 8.8 10.1 C 8.8 7.7 7.4 6.2 5 6.2 L 0 6.2 M 4.8 6.2 L 9 0
            S 8.4 M 8 11.8 C 7.3 13.2 6 14 4.2 14 C 2 14 0.5 12.7 0.5 10.7 C 0.5 8.7 1.8 7.9 4.3 7.2 C 7 6.5 8.4 5.6 8.4 3.6 C 8.4 1.4 6.7 0 4.3 0 C 2.2 0 0.7 0.9 0 2.5
            T 9 M 0 14 L 9 14 M 4.5 14 L 4.5 0
            U 9.2 M 0 14 L 0 4.6 C 0 1.6 1.7 0 4.6 0 C 7.5 0 9.2 1.6 9.2 4.6 L 9.2 14
            V 10 M 0 14 L 5 0 L 10 14
            W 14 M 0 14 L 3.3 0 L 7 13 L 10.7 0 L 14 14
            X 9 M 0 14 L 9 0 M 9 14 L 0 0
            Y 9.6 M 0 14 L 4.8 6.6 L 9.6 14 M 4.8 6.6 L 4.8 0
            Z 8.8 M 0.2 14 L 8.6 14 L 0 0 L 8.8 0
            a 7.2 M 0.7 8.4 C 1.3 9.4 2.4 10 3.8 10 C 6 10 7.2 8.8 7.2 6.6 L 7.2 0 M 7.2 5.9 L 4 5.9 C 1.5 5.9 0 4.9 0 2.9 C 0 1.1 1.3 0 3.2 0 C 5.4 0 7.2 1.3 7.2 3.4
            b 7.6 M 0 14 L 0 0 M 0 5 C 0 8.2 1.4 10 3.8 10 C 6.2 10 7.6 8.1 7.6 5 C 7.6 1.9 6.2 0 3.8 0 C 1.4 0 0 1.8 0 5
            c 7 M 7 8.1 C 6.4 9.3 5.3 10 3.9 10 C 1.5 10 0 8.1 0 5 C 0 1.9 1.5 0 3.9 0 C 5.3 0 6.4 0.7 7 1.9
            d 7.6 M 7.6 14 L 7.6 0 M 7.6 5 C 7.6 8.2 6.2 10 3.8 10 C 1.4 10 0 8.1 0 5 C 0 1.9 1.4 0 3.8 0 C 6.2 0 7.6 1.8 7.6 5
            e 7.4 M 0.2 5.2 L 7.4 5.2 C 7.4 8.2 6.1 10 3.8 10 C 1.4 10 0 8.1 0 5 C 0 1.9 1.5 0 3.9 0 C 5.5 0 6.5 0.6 7.1 1.7
            f 5 M 5 13.8 C 4.6 13.9 4.2 14 3.8 14 C 2.2 14 1.6 13.1 1.6 11.4 L 1.6 0 M 0 10 L 4.6 10
            g 7.6 M 7.6 10 L 7.6 -0.6 C 7.6 -2.9 6.2 -4 3.9 -4 C 2.3 -4 1.2 -3.5 0.5 -2.5 M 7.6 5 C 7.6 8.2 6.2 10 3.8 10 C 1.4 10 0 8.1 0 5 C 0 1.9 1.4 0.2 3.8 0.2 C 6.2 0.2 7.6 1.8 7.6 5
            h 7 M 0 14 L 0 0 M 0 5.8 C 0.2 8.4 1.6 10 3.8 10 C 5.9 10 7 8.7 7 6.4 L 7 0
            i 0 M 0 10 L 0 0 M 0 13.6 L 0 13.8
            j 2 M 2 10 L 2 -1.6 C 2 -3.2 1.4 -4 0 -4 M 2 13.6 L 2 13.8
            k 7 M 0 14 L 0 0 M 6.6 10 L 0 3.8 M 2.6 6.2 L 7 0
            l 2 M 0 14 L 0 2.2 C 0 0.7 0.6 0 2 0
            m 11.6 M 0 10 L 0 0 M 0 6 C 0.2 8.5 1.4 10 3.2 10 C 5 10 5.8 8.8 5.8 6.6 L 5.8 0 M 5.8 6 C 6 8.5 7.2 10 9 10 C 10.8 10 11.6 8.8 11.6 6.6 L 11.6 0
            n 7 M 0 10 L 0 0 M 0 5.8 C 0.2 8.4 1.6 10 3.8 10 C 5.9 10 7 8.7 7 6.4 L 7 0
            o 7.8 M 3.9 10 C 6.3 10 7.8 8.1 7.8 5 C 7.8 1.9 6.3 0 3.9 0 C 1.5 0 0 1.9 0 5 C 0 8.1 1.5 10 3.9 10 Z
            p 7.6 M 0 10 L 0 -4 M 0 5 C 0 8.2 1.4 10 3.8 10 C 6.2 10 7.6 8.1 7.6 5 C 7.6 1.9 6.2 0 3.8 0 C 1.4 0 0 1.8 0 5
            q 7.6 M 7.6 10 L 7.6 -4 M 7.6 5 C 7.6 8.2 6.2 10 3.8 10 C 1.4 10 0 8.1 0 5 C 0 1.9 1.4 0 3.8 0 C 6.2 0 7.6 1.8 7.6 5
            r 4.8 M 0 10 L 0 0 M 0 5.6 C 0.2 8.4 1.6 10 3.6 10 C 4.1 10 4.5 9.9 4.8 9.8
            s 6.3 M 6 8.4 C 5.5 9.4 4.5 10 3.2 10 C 1.5 10 0.4 9.1 0.4 7.6 C 0.4 6.1 1.5 5.6 3.3 5.1 C 5.2 4.6 6.3 4 6.3 2.5 C 6.3 1 5.1 0 3.3 0 C 1.7 0 0.6 0.6 0 1.8
            t 5.1 M 1.8 13 L 1.8 2.6 C 1.8 0.8 2.5 0 4 0 C 4.4 0 4.8 0.1 5.1 0.2 M 0 10 L 5 10
            u 7 M 0 10 L 0 3.6 C 0 1.3 1.1 0 3.2 0 C 5.4 0 6.8 1.6 7 4.2 M 7 10 L 7 0
            v 7.6 M 0 10 L 3.8 0 L 7.6 10
            w 11 M 0 10 L 2.7 0 L 5.5 9.2 L 8.3 0 L 11 10
            x 7 M 0 10 L 7 0 M 7 10 L 0 0
            y 7.6 M 0 10 L 3.9 0 M 7.6 10 L 3.2 -2 C 2.7 -3.4 2 -4 0.7 -4
            z 6.8 M 0 10 L 6.6 10 L 0 0 L 6.8 0
            0 8 M 0 4.2 C 0 1.4 1.6 0 4 0 C 6.4 0 8 1.4 8 4.2 L 8 9.8 C 8 12.6 6.4 14 4 14 C 1.6 14 0 12.6 0 9.8 Z
            1 8 M 1.4 11.4 L 4.8 14 L 4.8 0
            2 8 M 0.3 10.5 C 0.3 12.7 1.8 14 4 14 C 6.2 14 7.7 12.6 7.7 10.5 C 7.7 8.9 6.9 7.7 5.4 6.1 L 0.2 0 L 8 0
            3 8 M 0.3 12 C 1 13.3 2.3 14 4 14 C 6.2 14 7.5 12.7 7.5 10.8 C 7.5 8.8 6.2 7.6 4 7.6 L 2.8 7.6 M 4 7.6 C 6.4 7.6 7.9 6.2 7.9 3.9 C 7.9 1.5 6.4 0 4 0 C 2.1 0 0.8 0.8 0.1 2.3
            4 8 M 6 0 L 6 14 L -0.2 3.8 L 8.2 3.8
            5 8 M 7.3 14 L 1.2 14 L 0.7 7.8 C 1.5 8.6 2.6 9 3.9 9 C 6.3 9 7.9 7.2 7.9 4.6 C 7.9 1.8 6.3 0 3.8 0 C 2.1 0 0.7 0.8 0 2.2
            6 8 M 7.2 12.4 C 6.5 13.4 5.4 14 4.2 14 C 1.5 14 0 11.5 0 6.5 L 0 4.5 C 0 1.7 1.6 0 4 0 C 6.4 0 8 1.8 8 4.4 C 8 7 6.4 8.7 4.1 8.7 C 2 8.7 0.5 7.4 0 5.4
            7 8 M 0 14 L 8 14 L 2.8 0
            8 8 M 4 7.6 C 1.9 7.6 0.5 8.9 0.5 10.8 C 0.5 12.7 1.9 14 4 14 C 6.1 14 7.5 12.7 7.5 10.8 C 7.5 8.9 6.1 7.6 4 7.6 C 1.6 7.6 0 6.1 0 3.8 C 0 1.5 1.6 0 4 0 C 6.4 0 8 1.5 8 3.8 C 8 6.1 6.4 7.6 4 7.6 Z
            9 8 M 0.8 1.6 C 1.5 0.6 2.6 0 3.8 0 C 6.5 0 8 2.5 8 7.5 L 8 9.5 C 8 12.3 6.4 14 4 14 C 1.6 14 0 12.2 0 9.6 C 0 7 1.6 5.3 3.9 5.3 C 6 5.3 7.5 6.6 8 8.6
            . 0 M 0 0 L 0 0.2
            , 0.6 M 0.6 0.2 L 0 -2.2
            : 0 M 0 1.2 L 0 1.4 M 0 8.8 L 0 9
            ; 0.6 M 0.6 0.2 L 0 -2.2 M 0.6 8.8 L 0.6 9
            - 4.6 M 0 5.4 L 4.6 5.4
            + 7 M 0 6 L 7 6 M 3.5 2.5 L 3.5 9.5
            = 7 M 0 4 L 7 4 M 0 8 L 7 8
            / 5.4 M 0 -1 L 5.4 15
            ( 3 M 3 15.4 C -1 11 -1 2 3 -2.4
            ) 3 M 0 15.4 C 4 11 4 2 0 -2.4
            % 11 M 2.4 14 C 4 14 4.8 12.8 4.8 10.9 C 4.8 9 4 7.8 2.4 7.8 C 0.8 7.8 0 9 0 10.9 C 0 12.8 0.8 14 2.4 14 Z M 8.6 6.2 C 10.2 6.2 11 5 11 3.1 C 11 1.2 10.2 0 8.6 0 C 7 0 6.2 1.2 6.2 3.1 C 6.2 5 7 6.2 8.6 6.2 Z M 9 14 L 2 0
            ' 0 M 0 14 L 0 11
            ? 7 M 0 11 C 0.4 12.9 1.7 14 3.6 14 C 5.6 14 7 12.7 7 10.8 C 7 7.6 3.4 7.6 3.4 4.2 M 3.4 0 L 3.4 0.2
            · 0 M 0 6.4 L 0 6.6
            … 8 M 0 0 L 0 0.2 M 4 0 L 4 0.2 M 8 0 L 8 0.2
            """;

    private static final Map<Character, Glyph> BY_CHARACTER = parse();

    private Glyphs() {}

    /**
     * One character.
     *
     * @param width of its ink, without the pen
     */
    record Glyph(double width, Path2D path) {}

    /** The glyph of a character; that of a question mark where it has none. */
    static Glyph of(char character) {
        Glyph found = BY_CHARACTER.get(character);
        return found == null ? question() : found;
    }

    private static Glyph question() {
        Glyph question = BY_CHARACTER.get('?');
        if (question == null) {
            throw new IllegalStateException("there is no glyph for a question mark");
        }
        return question;
    }

    private static Map<Character, Glyph> parse() {
        Map<Character, Glyph> glyphs = new HashMap<>();
        glyphs.put(' ', new Glyph(2.4, new Path2D.Double()));
        LETTERS.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            glyphs.put(line.charAt(0), new Glyph(Double.parseDouble(words[1]), path(words)));
        });
        return Map.copyOf(glyphs);
    }

    private static Path2D path(String[] words) {
        Path2D path = new Path2D.Double();
        int at = 2;
        while (at < words.length) {
            at = step(path, words, at);
        }
        return path;
    }

    /** Draws one command; the place of the next. */
    private static int step(Path2D path, String[] words, int at) {
        double[] p = new double[6];
        int next = at + 1;
        while (next < words.length && !Character.isLetter(words[next].charAt(0))) {
            p[next - at - 1] = Double.parseDouble(words[next]);
            next++;
        }
        switch (words[at].charAt(0)) {
            case 'M' -> path.moveTo(p[0], p[1]);
            case 'L' -> path.lineTo(p[0], p[1]);
            case 'C' -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
            case 'Z' -> path.closePath();
            default -> throw new IllegalStateException("a path knows M, L, C and Z, not " + words[at]);
        }
        return next;
    }
}
