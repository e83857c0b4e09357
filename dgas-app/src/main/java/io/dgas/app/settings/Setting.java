package io.dgas.app.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record component a setting. Its key is the component's name in snake case below the sections around it; its
 * type, whether it may be absent ({@code Optional}) and whether it is a list come from the component.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Setting {

    /** What it does, its unit included; one sentence for the commented file. */
    String doc();

    /** The default as it would stand in the file; empty for an optional one that is absent and for an empty list. */
    String byDefault() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** The longest length of bars that it may be; empty where any will do. */
    String longest() default "";

    /** The environment variable that overrides it, where that is not DGAS_ and the key in capitals. */
    String variable() default "";

    /** What the shipped production file says instead of the default. */
    String inProduction() default "";
}
