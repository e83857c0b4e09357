/** Which service runs, where, and since when. */
@NullMarked
package io.dgas.application.port.out.service;

import org.jspecify.annotations.NullMarked;
