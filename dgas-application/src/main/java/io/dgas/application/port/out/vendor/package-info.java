/** What the use cases need of a vendor of market data. */
@NullMarked
package io.dgas.application.port.out.vendor;

import org.jspecify.annotations.NullMarked;
