/** The commands that get recorded bars and corporate actions in and show what is stored. */
@NullMarked
package io.dgas.app.data;

import org.jspecify.annotations.NullMarked;
