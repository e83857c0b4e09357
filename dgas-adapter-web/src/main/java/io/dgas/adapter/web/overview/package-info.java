/** The system at one glance. */
@NullMarked
package io.dgas.adapter.web.overview;

import org.jspecify.annotations.NullMarked;
