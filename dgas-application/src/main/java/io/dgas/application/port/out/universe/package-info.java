/** Who the symbols are: names, renamings, delistings and the members of indices. */
@NullMarked
package io.dgas.application.port.out.universe;

import org.jspecify.annotations.NullMarked;
