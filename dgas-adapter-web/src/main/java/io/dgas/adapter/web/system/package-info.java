/** How the system stands, in full: components, alerts, cycles, delivery, log, versions and settings. */
@NullMarked
package io.dgas.adapter.web.system;

import org.jspecify.annotations.NullMarked;
