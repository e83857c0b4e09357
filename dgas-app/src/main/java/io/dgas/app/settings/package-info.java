/** Settings: what they are, and how they are read, checked and shown. */
@NullMarked
package io.dgas.app.settings;

import org.jspecify.annotations.NullMarked;
