package io.dgas.adapter.web.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password: PBKDF2 with HMAC-SHA256, as {@code pbkdf2-sha256:ROUNDS:SALT:HASH}, both in base 64. */
public final class PasswordHash {

    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha256:([1-9]\\d{3,7}):([A-Za-z0-9_-]{16,64}):([A-Za-z0-9_-]{43})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** Of a new password. */
    public static PasswordHash of(char[] password) {
        return of(password, ROUNDS);
    }

    static PasswordHash of(char[] password, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(rounds, salt, derived(password, salt, rounds));
    }

    /** Throws {@link IllegalArgumentException}, which does not tell the text. */
    public static PasswordHash parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "this is no hash of a password; 'dgas dashboard password' makes one from a password");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)), decoder.decode(matcher.group(2)), decoder.decode(matcher.group(3)));
    }

    private static byte[] derived(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }

    /** Takes as long whatever is given. */
    public boolean isOf(char[] password) {
        return MessageDigest.isEqual(hash, derived(password, salt, rounds));
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "pbkdf2-sha256:" + rounds + ":" + encoder.encodeToString(salt) + ":" + encoder.encodeToString(hash);
    }
}
