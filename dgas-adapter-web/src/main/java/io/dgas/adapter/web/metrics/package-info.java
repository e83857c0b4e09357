/** What a service counts and measures, as Prometheus reads it. */
@NullMarked
package io.dgas.adapter.web.metrics;

import org.jspecify.annotations.NullMarked;
