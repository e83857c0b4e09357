package io.dgas.adapter.web.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * A piece of a page.
 *
 * @param template its name below the folder of templates, such as {@code overview/overview.jte}
 * @param values by the names of the template's parameters; text among them is escaped where it is written
 */
public record Fragment(String template, Map<String, Object> values) implements Content {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.dgas.adapter.web.templates");

    public Fragment {
        values = Map.copyOf(values);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        TEMPLATES.render(template, values, output);
    }

    /** The HTML of it alone. */
    public String html() {
        StringOutput output = new StringOutput();
        writeTo(output);
        return output.toString();
    }
}
