/** Tells whoever starts and watches services, such as systemd, that they live; and finds out whether they do. */
@NullMarked
package io.dgas.app.watchdog;

import org.jspecify.annotations.NullMarked;
