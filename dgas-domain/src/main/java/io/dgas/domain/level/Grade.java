package io.dgas.domain.level;

/** How well a rule of the method is attested. */
public enum Grade {
    /** Two or more independent sources agree, or it was checked against published numbers. */
    A,
    /** One practitioner, or an inference: an operational definition, which can be switched off. */
    B
}
