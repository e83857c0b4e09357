package io.dgas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.law.SessionBars;
import io.dgas.domain.level.Levels;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.state.StateSeries;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/embedding.md, compiled and run with the classes of this module and nothing else. */
class EmbeddingTest {

    private static final String NAME = "FromCsv";

    @TempDir
    private Path folder;

    @Test
    void documentShowsTheProgramThatIsTested() throws IOException {
        String document = Files.readString(ProjectFiles.docs().resolve("embedding.md"));
        assertThat(document).contains("```java\n" + program() + "```\n");
    }

    @Test
    void documentNamesTheCoordinatesOfThisBuild() throws IOException {
        String pom = Files.readString(ProjectFiles.root().resolve("dgas-domain").resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*?<parent>.*?<version>(.*?)</version>.*", "$1");
        assertThat(Files.readString(ProjectFiles.docs().resolve("embedding.md")))
                .contains("<groupId>io.dgas</groupId>\n  <artifactId>dgas-domain</artifactId>\n  <version>" + version
                        + "<")
                .contains("dgas-domain-" + version + ".jar")
                .contains("Java 21");
    }

    @Test
    void programPrintsLevelsStateAndDecisionOfACsvFile() throws Exception {
        compile();
        BarSeries days = SessionBars.random(1, Timeframe.D1, 200);

        String output = run(csv(days));

        Levels levels = Levels.of(days);
        assertThat(output.lines())
                .hasSize(4)
                .first()
                .isEqualTo("TEST 1d under 1w as of " + days.closeTime(days.last()));
        assertThat(output)
                .contains("LevelValues[pldot=" + levels.pldot().forBar(days.size()))
                .contains(StateSeries.of(days, levels).at(days.last()).toString());
        assertThat(output.lines().toList().getLast())
                .containsAnyOf("stands aside: Optional[GateResult", "[Entry[", "[Exit[");
    }

    @Test
    void programPrintsARecordedFile() throws Exception {
        List<String> rows = RecordedCsv.lines("daily/IBM.csv");
        compile();
        assertThat(run(Files.write(folder.resolve("IBM.csv"), rows))).startsWith("IBM 1d under 1w as of 20");
    }

    private void compile() throws IOException, URISyntaxException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            StringWriter messages = new StringWriter();
            List<String> options =
                    List.of("--release", "21", "-classpath", domain().toString(), "-d", folder.toString());
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private String run(Path csv) throws Exception {
        String classPath = domain() + File.pathSeparator + folder;
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        NAME,
                        csv.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        return output;
    }

    private Path csv(BarSeries days) throws IOException {
        List<String> rows = new ArrayList<>(List.of("symbol,timestamp,open,high,low,close,volume"));
        for (int day = 0; day < days.size(); day++) {
            rows.add("TEST," + days.openTime(day) + "," + days.open(day) + "," + days.high(day) + "," + days.low(day)
                    + "," + days.close(day) + ",100");
        }
        return Files.write(folder.resolve("TEST.csv"), rows);
    }

    /** The compiled classes of this module, or its jar. */
    private static Path domain() throws URISyntaxException {
        return Path.of(BarSeries.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String program() throws IOException {
        return Files.readString(source());
    }

    private static Path source() {
        return ProjectFiles.docs().resolve("examples").resolve(NAME + ".java");
    }
}
