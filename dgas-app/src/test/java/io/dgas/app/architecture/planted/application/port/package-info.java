/** Classes planted to break the rules of the architecture. */
@NullMarked
package io.dgas.app.architecture.planted.application.port;

import org.jspecify.annotations.NullMarked;
