@NullMarked
package io.dgas.testkit;

import org.jspecify.annotations.NullMarked;
