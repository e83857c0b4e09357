/** The rules that the packages keep, checked on the compiled classes, and proof that each rule can fail. */
@NullMarked
package io.dgas.app.architecture;

import org.jspecify.annotations.NullMarked;
