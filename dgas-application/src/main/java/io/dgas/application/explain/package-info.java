/** Decisions, signals and their evidence as plain maps and lists, one form for every place that stores or shows them. */
@NullMarked
package io.dgas.application.explain;

import org.jspecify.annotations.NullMarked;
