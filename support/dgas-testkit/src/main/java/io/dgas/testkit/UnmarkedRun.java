package io.dgas.testkit;

import io.dgas.application.port.out.RunBasis;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A run whose bars carry no mark, so that it is not to be repeated. */
public final class UnmarkedRun {

    public static final RunBasis BASIS = new RunBasis("1.0", "c0ffee", Optional.empty(), 0, new TreeMap<>(), List.of());

    private UnmarkedRun() {}
}
