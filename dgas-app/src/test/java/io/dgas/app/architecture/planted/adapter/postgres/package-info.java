/** Classes planted to break the rules of the architecture. */
@NullMarked
package io.dgas.app.architecture.planted.adapter.postgres;

import org.jspecify.annotations.NullMarked;
