@NullMarked
package io.dgas.bench.peer;

import org.jspecify.annotations.NullMarked;
