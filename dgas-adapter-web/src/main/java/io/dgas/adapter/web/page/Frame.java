package io.dgas.adapter.web.page;

import io.dgas.adapter.web.live.Live;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows views in the layout of all pages. */
public final class Frame {

    /** Attribute of a request whose reader has signed in: what a form brings along to sign out. */
    public static final String SIGNED_IN = "dgas-signed-in";

    /** Attribute of a request whose reader may not know how the system stands. */
    public static final String STRANGER = "dgas-stranger";

    private static final String HTML = "text/html; charset=utf-8";
    private static final Fragment NOT_LOOKED = new Fragment("page/unknown.jte", Map.of());
    private static final String LAYOUT = "page/layout.jte";

    /** Where a part of a page is asked for, by the script that puts it there. */
    private static final String PART_ASKED = "HX-Request";

    private final Appearance appearance;
    private final Live live;
    private final List<Place> navigation;

    Frame(Appearance appearance, Live live, List<Place> navigation) {
        this.appearance = appearance;
        this.live = live;
        this.navigation = List.copyOf(navigation);
    }

    /** A whole page. */
    public void show(Context context, View view) {
        Appearance chosen =
                new Appearance(appearance.remark(), Theme.chosen(context).orElse(appearance.theme()));
        Layout.Reader reader = new Layout.Reader(
                chosen, Optional.ofNullable(context.attribute(SIGNED_IN)), context.attribute(STRANGER) != null);
        Layout layout = new Layout(view, reader, navigation, live.part("moment", NOT_LOOKED));
        show(context, new Fragment(LAYOUT, Map.of("layout", layout)));
    }

    /** A piece of a page that a script asked for. */
    public void show(Context context, Fragment fragment) {
        context.contentType(HTML).result(fragment.html());
    }

    /** What is the case instead, as a page, or as the piece that a script asked for. */
    void show(Context context, Problem problem) {
        context.status(problem.status());
        Fragment body = new Fragment("page/problem.jte", Map.of("problem", problem));
        if (context.header(PART_ASKED) == null) {
            show(context, new View(problem.title(), context.path(), body));
        } else {
            show(context, body);
        }
    }
}
