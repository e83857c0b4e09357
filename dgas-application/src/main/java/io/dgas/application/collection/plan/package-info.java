/** What a universe and its settings cost of the vendor's plan, and what of it cannot work. */
@NullMarked
package io.dgas.application.collection.plan;

import org.jspecify.annotations.NullMarked;
