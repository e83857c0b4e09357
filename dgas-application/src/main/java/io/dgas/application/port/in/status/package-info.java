/** How the system stands: each component with a verdict and the reason for it. */
@NullMarked
package io.dgas.application.port.in.status;

import org.jspecify.annotations.NullMarked;
