package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.backup.BackupException;
import io.dgas.adapter.postgres.backup.BackupFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not byte for byte as it was written is refused, and what is wrong with it is told. */
class BackupDamageTest {

    private static final String SEAL = "dgas backup, sha256 ";

    @TempDir
    private static Path folder;

    private static byte[] whole = {};

    @BeforeAll
    static void take() throws IOException {
        try (Database full = BackupRows.ofVersion(SchemaMigration.KNOWN)) {
            whole = Files.readAllBytes(
                    BackupRows.taken(full, folder.resolve("whole.zip")).path());
        }
    }

    private static BackupFile verified(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("changed.zip"), content);
        return BackupFile.verified(file, (stage, table, rows) -> {});
    }

    private static String refusal(byte[] content, String as) throws IOException {
        try {
            verified(content);
        } catch (BackupException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("not refused: " + as);
    }

    @Test
    void theWholeFileIsNot() throws IOException {
        assertThat(verified(whole).manifest().rows()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void oneBitAnywhere(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(refusal(changed, "seed " + seed + ", byte " + at))
                    .contains("changed.zip is ")
                    .containsAnyOf("damaged", "is no backup of DGAS");
        }
    }

    @Test
    void anyEndThatIsMissing() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length), "cut at " + length))
                    .containsAnyOf("is cut off or damaged", "is damaged at its end", "is no backup of DGAS");
        }
    }

    @Test
    void anythingMoreAtItsEnd() throws IOException {
        assertThat(refusal(Arrays.copyOf(whole, whole.length + 1), "longer")).contains("damaged at its end");
    }

    @Test
    void theTableThatIsDamagedIsNamed() throws IOException {
        byte[] changed = whole.clone();
        changed[begin("market_data.tsv") + 100] ^= 4;
        assertThat(refusal(changed, "in a table")).contains("changed.zip is damaged in table market_data (");
        byte[] cut = Arrays.copyOf(whole, begin("coverage.tsv") + 20);
        assertThat(refusal(cut, "in a table")).contains("changed.zip is cut off or damaged in table coverage (");
        byte[] late = whole.clone();
        late[begin("manifest.json") + 50] ^= 1;
        assertThat(refusal(late, "in the manifest")).contains("changed.zip is damaged in its manifest");
    }

    /** Where the content of a part begins. */
    private static int begin(String part) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(part) + part.length();
    }

    @Test
    void somethingElse() throws IOException {
        assertThat(refusal(new byte[0], "empty")).endsWith("changed.zip is no backup of DGAS");
        assertThat(refusal("select 1;\n".repeat(100).getBytes(StandardCharsets.UTF_8), "text"))
                .endsWith("changed.zip is no backup of DGAS");
        assertThatThrownBy(() -> BackupFile.verified(folder, (stage, table, rows) -> {}))
                .hasMessage(folder + " is a folder; name a backup in it");
        assertThatThrownBy(() -> BackupFile.verified(folder.resolve("none.zip"), (stage, table, rows) -> {}))
                .hasMessage(folder.resolve("none.zip") + " is not there");
    }

    @Test
    void rowsThatTheManifestDoesNotTellOfUnderASealThatFits() throws IOException {
        assertThat(refusal(rewritten("trade_counts.tsv", rows -> rows + rows), "a row twice"))
                .contains("cannot use ")
                .contains("table trade_counts holds 2 rows, but not the 1 that its manifest tells of");
        assertThat(refusal(rewritten("manifest.json", text -> text.replace("trade_counts", "trade_counts2")), "a name"))
                .contains("but its manifest tells of");
        assertThat(verified(rewritten("manifest.json", text -> text)).manifest().rows())
                .isPositive();
    }

    @Test
    void aNewerFormat() throws IOException {
        assertThat(refusal(
                        rewritten("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2")),
                        "a format"))
                .contains("it has format 2, but this program knows 1 at most; use a dgas at least as new");
    }

    /** The archive with one part changed, and sealed as if that were right. */
    static byte[] rewritten(byte[] archive, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setComment(SEAL + "0".repeat(64));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(part) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return sealed(bytes.toByteArray());
    }

    private static byte[] rewritten(String part, UnaryOperator<String> change) throws IOException {
        return rewritten(whole, part, change);
    }

    private static byte[] sealed(byte[] bytes) {
        int end = bytes.length - SEAL.length() - 64;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, end);
            byte[] seal = (SEAL + HexFormat.of().formatHex(digest.digest())).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(seal, 0, bytes, end, seal.length);
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
