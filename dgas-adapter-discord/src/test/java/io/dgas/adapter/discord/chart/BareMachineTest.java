package io.dgas.adapter.discord.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.adapter.discord.chart.Market.Walk;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.signal.SignalType;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In processes of their own, since the JDK decides once how it draws. */
class BareMachineTest {

    /** Draws one picture and prints a word for its bytes. */
    public static void main(String[] arguments) {
        System.out.println("picture " + picture());
    }

    private static int picture() {
        MultiTimeframeView view = Market.walk(1, 80, new Walk(Timeframe.M30, Timeframe.D1, 100, 0.1));
        StoredSignal signal = Market.entry(view, SignalType.LONG, 1, 2);
        return Arrays.hashCode(new SignalChartPainter().paint(view, signal).png());
    }

    @Test
    void aDisplayThatLeadsNowhereDoesNotMatter() throws Exception {
        assertThat(child("-Duser.language=en", "-Duser.timezone=UTC")).contains("picture " + picture());
    }

    @Test
    void localeAndZoneDoNotMatter() throws Exception {
        assertThat(child("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Apia"))
                .contains("picture " + picture());
    }

    @Test
    void noFontIsLookedFor() throws Exception {
        assertThat(child("-Xlog:class+load"))
                .contains("picture ", "java.awt.Graphics2D ")
                .doesNotContain("FontManager", "FontConfiguration");
    }

    private static String child(String... flags) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), BareMachineTest.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DISPLAY", ":4711");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
