/** What a reader of the page sees at one glance. */
@NullMarked
package io.dgas.application.overview;

import org.jspecify.annotations.NullMarked;
