package io.dgas.adapter.web.access;

import java.util.Optional;

/**
 * What opens the pages.
 *
 * @param tokenHash of the token of programs that read, as {@link Token#hash} makes it
 */
public record Credentials(PasswordHash password, Optional<String> tokenHash) {

    boolean isToken(String token) {
        return tokenHash.filter(hash -> Token.isSame(hash, Token.hash(token))).isPresent();
    }
}
