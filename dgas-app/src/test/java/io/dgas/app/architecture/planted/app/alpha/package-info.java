/** Classes planted to break the rules of the architecture. */
@NullMarked
package io.dgas.app.architecture.planted.app.alpha;

import org.jspecify.annotations.NullMarked;
