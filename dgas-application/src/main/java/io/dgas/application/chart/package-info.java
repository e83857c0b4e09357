/** Charts of one instrument, made of what is recorded by the rules by which it is decided. */
@NullMarked
package io.dgas.application.chart;

import org.jspecify.annotations.NullMarked;
