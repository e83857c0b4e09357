/** The collection of bars as a service and its commands. */
@NullMarked
package io.dgas.app.collection;

import org.jspecify.annotations.NullMarked;
