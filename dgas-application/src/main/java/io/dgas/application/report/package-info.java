/** What people are told of the system itself, once a day. */
@NullMarked
package io.dgas.application.report;

import org.jspecify.annotations.NullMarked;
