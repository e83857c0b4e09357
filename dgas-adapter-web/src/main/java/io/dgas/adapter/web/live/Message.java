package io.dgas.adapter.web.live;

/**
 * What is sent to a page.
 *
 * @param key a later message of the same key makes this one needless
 * @param text JSON
 */
record Message(String key, String text) {}
