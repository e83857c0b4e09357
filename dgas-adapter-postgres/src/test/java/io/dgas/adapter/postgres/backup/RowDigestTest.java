package io.dgas.adapter.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowDigestTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsUpRowsInWhateverOrderAndPieces(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = rows(random);
        RowSum whole = sum(rows, new SplittableRandom(0), Integer.MAX_VALUE);
        Collections.shuffle(rows, new Random(seed));
        assertThat(sum(rows, random, 7)).as("seed %d", seed).isEqualTo(whole);
        assertThat(whole.rows()).isEqualTo(rows.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsOneOtherLetterOneRowLessAndOneRowTwice(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = rows(random);
        RowSum whole = sum(rows, random, 100);
        int at = random.nextInt(rows.size());
        assertThat(sum(with(rows, at, rows.get(at) + "x"), random, 100).sha256())
                .as("seed %d", seed)
                .isNotEqualTo(whole.sha256());
        assertThat(sum(with(rows, at, rows.get((at + 1) % rows.size())), random, 100)
                        .sha256())
                .as("seed %d", seed)
                .isNotEqualTo(whole.sha256());
        assertThat(sum(rows.subList(1, rows.size()), random, 100).rows()).isEqualTo(whole.rows() - 1);
    }

    private static List<String> rows(SplittableRandom random) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 3 + random.nextInt(50); row++) {
            rows.add(row + "\t" + random.nextLong());
        }
        return rows;
    }

    private static List<String> with(List<String> rows, int at, String other) {
        List<String> changed = new ArrayList<>(rows);
        changed.set(at, other);
        return changed;
    }

    private static RowSum sum(List<String> rows, SplittableRandom random, int most) {
        byte[] text = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        RowDigest digest = new RowDigest(ignored -> {});
        int at = 0;
        while (at < text.length) {
            int length = Math.min(text.length - at, most == Integer.MAX_VALUE ? most : random.nextInt(most));
            digest.write(text, at, length);
            at += length;
        }
        return digest.sum();
    }
}
