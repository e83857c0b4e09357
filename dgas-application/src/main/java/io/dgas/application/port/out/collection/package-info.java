/** What collecting bars keeps account of: what was expected and is there, what each run did, how good the bars are. */
@NullMarked
package io.dgas.application.port.out.collection;

import org.jspecify.annotations.NullMarked;
