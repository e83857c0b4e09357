package io.dgas.domain.state;

/**
 * How a congestion ended.
 *
 * @param resumed whether in the direction before it: an exit; otherwise a reversal
 * @param viaAction whether a close back on the side of the trend before was seen; always so for an exit
 * @param outside whether the confirming close lies beyond the confines
 * @param bars bars in congestion before this one
 * @param confines the confines that were left
 */
public record Resolution(boolean resumed, boolean viaAction, boolean outside, int bars, Confines confines) {}
