package io.dgas.adapter.web.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * What one answer shows within the layout.
 *
 * @param title for the tab of the browser, before the program's name
 * @param path that of the place in the navigation which it belongs to
 * @param scripts of its own, in their order
 */
public record View(String title, String path, Content body, List<Asset> scripts) {

    public View {
        scripts = List.copyOf(scripts);
    }

    public View(String title, String path, Content body) {
        this(title, path, body, List.of());
    }

    /** With one script more. */
    public View with(Asset script) {
        List<Asset> more = new ArrayList<>(scripts);
        more.add(script);
        return new View(title, path, body, more);
    }
}
