/** What the use cases need of a vendor of market data, and what it may answer. */
@NullMarked
package io.dgas.application.port.out.vendor;

import org.jspecify.annotations.NullMarked;
