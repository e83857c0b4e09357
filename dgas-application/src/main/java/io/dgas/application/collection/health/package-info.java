/** Whether collecting works: alerts by cycle, freshness by symbol. */
@NullMarked
package io.dgas.application.collection.health;

import org.jspecify.annotations.NullMarked;
