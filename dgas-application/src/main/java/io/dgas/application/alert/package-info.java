/** What is amiss with the system, kept from when it began until it is over. */
@NullMarked
package io.dgas.application.alert;

import org.jspecify.annotations.NullMarked;
