package io.dgas.application.collection.sweep;

import io.dgas.application.port.out.vendor.VendorAnswer;
import java.util.Optional;

/**
 * Why a question got no data.
 *
 * @param why for people
 * @param ends whether no further question would be answered either: the quota is used up, the token refused
 */
public record Unanswered(String why, boolean ends) {

    /** Empty for an answer with data. */
    public static Optional<Unanswered> of(VendorAnswer<?> answer) {
        return switch (answer) {
            case VendorAnswer.Data<?> data -> Optional.empty();
            case VendorAnswer.NotYet<?> none -> goesOn("the vendor has nothing yet");
            case VendorAnswer.UnknownSymbol<?> unknown -> goesOn(unknown.what());
            case VendorAnswer.NoEntitlement<?> refused -> goesOn(refused.what());
            case VendorAnswer.RateLimited<?> limited ->
                goesOn("the vendor wants no request for " + limited.retryAfter());
            case VendorAnswer.Broken<?> broken -> goesOn(broken.what());
            case VendorAnswer.QuotaUsedUp<?> spent -> Optional.of(new Unanswered(spent.what(), true));
            case VendorAnswer.Unauthorised<?> refused ->
                Optional.of(new Unanswered("the vendor refuses the token", true));
        };
    }

    private static Optional<Unanswered> goesOn(String why) {
        return Optional.of(new Unanswered(why, false));
    }
}
