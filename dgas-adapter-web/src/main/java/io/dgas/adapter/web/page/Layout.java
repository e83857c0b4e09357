package io.dgas.adapter.web.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the template around all pages is filled with.
 *
 * @param moment how the system stands, at the top of each
 */
public record Layout(View view, Reader reader, List<Place> navigation, Content moment) {

    /**
     * Whom it is for.
     *
     * @param formToken for signing out; empty when nobody has to sign in
     * @param isStranger whether it has to sign in first, and sees the least until then
     */
    public record Reader(Appearance appearance, Optional<String> formToken, boolean isStranger) {}

    static final Asset STYLE = Asset.of(Layout.class, "style.css");
    static final Asset THEME = Asset.of(Layout.class, "theme.js");
    static final Asset LIVE = Asset.of(Layout.class, "live.js");
    static final Asset ICON = Asset.of(Layout.class, "icon.svg");
    static final Asset HTMX = Asset.ofWebjar("htmx.org", "dist/htmx.min.js");

    public Appearance appearance() {
        return reader.appearance();
    }

    public String style() {
        return STYLE.path();
    }

    public String icon() {
        return ICON.path();
    }

    /** Those that every page has, then those of this one. */
    public List<String> scripts() {
        return Stream.concat(common(), view.scripts().stream()).map(Asset::path).toList();
    }

    private Stream<Asset> common() {
        return reader.isStranger() ? Stream.of(THEME) : Stream.of(THEME, LIVE, HTMX);
    }

    public boolean isActive(Place place) {
        return place.path().equals(view.path());
    }

    public List<Theme> themes() {
        return List.of(Theme.values());
    }
}
