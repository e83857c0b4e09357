/** Use cases behind ports: they ask, call the domain, record and announce, and know no technology. */
@NullMarked
package io.dgas.application;

import org.jspecify.annotations.NullMarked;
