package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DraftTest {

    private static Optional<String> remark(String shown) {
        return Draft.of(Notices.signal("n")).remark(JsonMapper.shared().readTree(shown.replace('\'', '"')));
    }

    @Test
    void aPictureIsShownByAnEmbedOrAsAFile() {
        assertThat(remark("{'content':'c','embeds':[{'image':{'url':'u'}}],'attachments':[]}"))
                .isEmpty();
        assertThat(remark("{'content':'c','embeds':[{'title':'t'}],'attachments':[{'id':'1'}]}"))
                .isEmpty();
        assertThat(remark("{'content':'c','embeds':[{'title':'t'}],'attachments':[]}"))
                .contains("shown without its picture: Discord left it out");
    }

    @Test
    void anAnswerWithoutTheTextTellsNothingOfTheRest() {
        assertThat(remark("{'content':'c'}"))
                .contains("shown without its embed and its picture: the bot may lack the permission EMBED_LINKS");
        assertThat(remark("{'id':'1'}")).isEmpty();
    }
}
