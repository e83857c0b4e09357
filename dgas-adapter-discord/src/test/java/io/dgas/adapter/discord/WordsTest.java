package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String ROCKET = "\ud83d\ude80";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefgh",
                "\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80",
                "a\ud83d\ude80b\ud83d\ude80c",
                "\\*\\*\\*\\*"
            })
    void aCutIsNoLongerThanAllowedAndLeavesWholeCharacters(String text) {
        for (int most = 1; most <= text.length() + 1; most++) {
            String cut = Words.cut(text, most);
            assertThat(cut.length()).as("cut to %s", most).isLessThanOrEqualTo(most);
            assertThat(Words.clean(cut)).as("cut to %s", most).isEqualTo(cut);
            assertThat(cut).as("cut to %s", most).doesNotContain("\\…");
            assertThat(cut.endsWith("…")).isEqualTo(most < text.length());
        }
    }

    @Test
    void halvesAndControlCharactersAreReplaced() {
        assertThat(Words.clean(" a\ud83db\u0000c\ude80\u0007" + ROCKET + "\nd\u00a0 "))
                .isEqualTo("a\ufffdb c\ufffd " + ROCKET + "\nd");
    }

    @Test
    void whatNobodySeesIsBlank() {
        assertThat(Words.blank(" \n\u00a0\u3000\u200b\u202e")).isTrue();
        assertThat(Words.blank("\u200b.")).isFalse();
    }

    @Test
    void markdownIsShownAsItIsWritten() {
        assertThat(Words.line("a_b *c*\n@d <#1> `e` ~~f~~"))
                .isEqualTo("a\\_b \\*c\\* \\@d \\<\\#1\\> \\`e\\` \\~\\~f\\~\\~");
    }
}
