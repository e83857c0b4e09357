package io.dgas.adapter.web.access;

import java.util.Optional;

/**
 * What the form of the login is filled with.
 *
 * @param token that shows it is ours
 * @param to where the reader was going
 * @param refusal why the last try was refused
 */
public record LoginForm(String token, String to, Optional<String> refusal) {}
