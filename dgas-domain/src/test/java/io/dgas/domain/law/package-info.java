/** The laws that everything computed from bars must keep, as code that can be pointed at any computation. */
@NullMarked
package io.dgas.domain.law;

import org.jspecify.annotations.NullMarked;
