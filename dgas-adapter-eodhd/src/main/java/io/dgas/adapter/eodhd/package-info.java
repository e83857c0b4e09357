/** The vendor EODHD behind the ports of market data. No text that leaves this package holds the token. */
@NullMarked
package io.dgas.adapter.eodhd;

import org.jspecify.annotations.NullMarked;
