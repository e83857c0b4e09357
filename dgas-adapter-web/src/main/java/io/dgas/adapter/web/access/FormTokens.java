package io.dgas.adapter.web.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a form brings along to show that it is one of ours: made from the cookies of the same browser and a key of this process. */
final class FormTokens {

    /** The field, and the header of scripts. */
    static final String FIELD = "form_token";

    static final String HEADER = "X-Form-Token";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = new SecretKeySpec(Token.random().getBytes(StandardCharsets.UTF_8), ALGORITHM);

    /** For forms of a page that is being written. */
    String of(Context context, Cookies cookies) {
        return made(bound(context, cookies));
    }

    boolean isShown(Context context, Cookies cookies) {
        String header = context.header(HEADER);
        String shown = header == null ? context.formParam(FIELD) : header;
        return shown != null && Token.isSame(shown, made(bound(context, cookies)));
    }

    private static String bound(Context context, Cookies cookies) {
        return cookies.form(context) + " " + Cookies.session(context);
    }

    private String made(String cookie) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] made = mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
