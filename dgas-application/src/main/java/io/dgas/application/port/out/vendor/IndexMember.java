package io.dgas.application.port.out.vendor;

import io.dgas.domain.market.Instrument;
import java.util.Optional;

/** A member of an index. */
public record IndexMember(Instrument instrument, String name, Optional<String> sector) {}
