/** How the system stands: each component with its verdict and the reason for it. */
@NullMarked
package io.dgas.application.status;

import org.jspecify.annotations.NullMarked;
