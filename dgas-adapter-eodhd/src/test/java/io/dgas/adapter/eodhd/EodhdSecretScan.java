package io.dgas.adapter.eodhd;

import io.dgas.simulator.EodhdSimulator;
import io.dgas.testkit.SecretScan;
import java.util.List;

/** Looks for each token that a test of this module uses. */
public final class EodhdSecretScan extends SecretScan {

    public EodhdSecretScan() {
        super(List.of(Vendor.TOKEN, "7f6e5d4c.3b2a1908", EodhdSimulator.TOKEN));
    }
}
