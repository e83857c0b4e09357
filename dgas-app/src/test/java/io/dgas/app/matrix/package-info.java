/** Every fault of the outside against all services, and what people are told of it. */
@NullMarked
package io.dgas.app.matrix;

import org.jspecify.annotations.NullMarked;
