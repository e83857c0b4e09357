package io.dgas.adapter.eodhd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However frames are cut and whenever they are taken, they come out whole and in order. */
class FrameBufferTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void framesComeOutAsTheyWentIn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FrameBuffer filling = new FrameBuffer(100);
        FrameBuffer reading = new FrameBuffer(100);
        List<String> sent = new ArrayList<>();
        List<String> read = new ArrayList<>();
        int overlong = 0;
        int tooLong = 0;
        for (int i = 0; i < 500; i++) {
            String frame = (i + ";").repeat(random.nextInt(40));
            if (frame.length() > 100) {
                tooLong++;
            } else {
                sent.add(frame);
            }
            for (int at = 0; at <= frame.length(); ) {
                int to = Math.min(frame.length(), at + random.nextInt(60));
                boolean last = to == frame.length();
                filling.append(frame.substring(at, to), last);
                at = last ? to + 1 : to;
                if (random.nextInt(10) == 0) {
                    reading.clear();
                    reading.continueFrom(filling);
                    FrameBuffer full = filling;
                    filling = reading;
                    reading = full;
                    full.forEach((text, from, end) -> read.add(new String(text, from, end - from)));
                    overlong += full.overlong();
                }
            }
        }
        filling.forEach((text, from, end) -> read.add(new String(text, from, end - from)));

        assertThat(read).as("seed %d", seed).isEqualTo(sent);
        assertThat(overlong + filling.overlong()).as("seed %d", seed).isEqualTo(tooLong);
        assertThat(tooLong).isPositive();
    }
}
