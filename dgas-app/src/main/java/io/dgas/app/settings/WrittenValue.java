package io.dgas.app.settings;

import java.util.List;

/**
 * The value of a key as written.
 *
 * @param texts one, or those of a list
 */
record WrittenValue(List<String> texts, Place place) {}
