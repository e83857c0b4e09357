/** What all pages share: the layout they stand in, its navigation and style, and what is said where one cannot be shown. */
@NullMarked
package io.dgas.adapter.web.page;

import org.jspecify.annotations.NullMarked;
