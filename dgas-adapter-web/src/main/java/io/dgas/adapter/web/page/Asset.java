package io.dgas.adapter.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/** A file that comes with the program. Its address names its content, so that browsers keep it for ever. */
public final class Asset {

    private static final int HASH_DIGITS = 16;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final String path;
    private final String type;
    private final byte[] content;

    private Asset(String name, byte[] content) {
        this.path = "/assets/" + hash(content) + "/" + name;
        this.type = type(name);
        this.content = content;
    }

    /** One that lies beside a class of ours, by its name there. */
    public static Asset of(Class<?> beside, String name) {
        return new Asset(name, read(beside, name));
    }

    /**
     * One that the build brought.
     *
     * @param library its name at npm
     * @param file where it is in the library
     */
    public static Asset ofWebjar(String library, String file) {
        String folder = "/META-INF/resources/webjars/" + library + "/" + version(library) + "/";
        return new Asset(file.substring(file.lastIndexOf('/') + 1), read(Asset.class, folder + file));
    }

    private static String version(String library) {
        String name = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream in = open(Asset.class, name)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(Class<?> beside, String name) {
        try (InputStream in = open(beside, name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Class<?> beside, String name) {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("there is no " + name + " beside " + beside.getName());
        }
        return in;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalArgumentException(name + " is of no type that pages need; these are: " + TYPES.keySet());
        }
        return type;
    }

    /** Where it is, beginning with a slash. */
    public String path() {
        return path;
    }

    void send(Context context) {
        context.contentType(type).header("Cache-Control", FOR_EVER).result(content);
    }
}
