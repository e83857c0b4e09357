/** Parts of pages that are pushed when they change, and what pages are told that fetch for themselves. */
@NullMarked
package io.dgas.adapter.web.live;

import org.jspecify.annotations.NullMarked;
