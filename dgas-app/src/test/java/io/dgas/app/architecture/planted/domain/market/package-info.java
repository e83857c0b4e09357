/** Classes planted to break the rules of the architecture. */
@NullMarked
package io.dgas.app.architecture.planted.domain.market;

import org.jspecify.annotations.NullMarked;
