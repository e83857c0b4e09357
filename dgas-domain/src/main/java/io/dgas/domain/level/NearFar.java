package io.dgas.domain.level;

import java.util.Optional;

/**
 * Near and far support and resistance for one bar.
 *
 * @param position where the last close lies
 * @param farSupport made of 5/2 Up and 5/9 Up; empty when none of them lies below the last close
 * @param farResistance made of 5/2 Down and 5/9 Down; empty when none of them lies above the last close
 */
public record NearFar(
        Position position,
        Area nearSupport,
        Area nearResistance,
        Optional<Area> farSupport,
        Optional<Area> farResistance) {}
