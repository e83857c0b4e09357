package io.dgas.application.port.out.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a vendor of market data answered to one question. A "no" of the vendor is a value, never an exception and never
 * an empty list, for each asks for another reaction. No text in here holds a credential.
 *
 * @param <T> what was asked for
 */
public sealed interface VendorAnswer<T> {

    /** What was asked for, as far as the vendor has it. */
    record Data<T>(T value) implements VendorAnswer<T> {}

    /**
     * The symbol is known, its bars of the span are not there, or not yet: ask again later.
     *
     * @param placeholders how many rows without any value stood in their place; 0 for an empty list
     */
    record NotYet<T>(int placeholders) implements VendorAnswer<T> {}

    /** The vendor has no such symbol. A wrong base URL can look alike, hence the text. */
    record UnknownSymbol<T>(String what) implements VendorAnswer<T> {}

    /** The plan does not include what was asked. */
    record NoEntitlement<T>(String what) implements VendorAnswer<T> {}

    /** The calls of the day are spent: no further call before 00:00 UTC. */
    record QuotaUsedUp<T>(String what) implements VendorAnswer<T> {}

    /**
     * Too many requests within a minute, and trying again has not helped.
     *
     * @param retryAfter how long to keep silent
     */
    record RateLimited<T>(Duration retryAfter) implements VendorAnswer<T> {}

    /** The vendor does not know the token, or it has expired. */
    record Unauthorised<T>() implements VendorAnswer<T> {}

    /** Nothing that can be understood came back, or nothing at all; says what was asked and what came. */
    record Broken<T>(String what) implements VendorAnswer<T> {}

    /** Why the question has no answer; empty where it has one, be it "not yet" or "unknown". */
    default Optional<Failure> failure() {
        return switch (this) {
            case Data<T> data -> Optional.empty();
            case NotYet<T> none -> Optional.empty();
            case UnknownSymbol<T> unknown -> Optional.empty();
            case NoEntitlement<T> refused -> Optional.of(new Failure(refused.what(), false));
            case QuotaUsedUp<T> spent -> Optional.of(new Failure(spent.what(), true));
            case RateLimited<T> limited ->
                Optional.of(new Failure("the vendor wants no request for " + limited.retryAfter(), false));
            case Unauthorised<T> unauthorised ->
                Optional.of(new Failure("the vendor does not accept the token; check eodhd.api_token", true));
            case Broken<T> broken -> Optional.of(new Failure(broken.what(), false));
        };
    }

    /**
     * A question without an answer.
     *
     * @param why for people
     * @param endsAsking whether any other question would fare the same
     */
    record Failure(String why, boolean endsAsking) {}

    /** What {@code next} makes of the data; every other answer stays what it is. */
    default <U> VendorAnswer<U> then(Function<? super T, VendorAnswer<U>> next) {
        return switch (this) {
            case Data<T> data -> next.apply(data.value());
            case NotYet<T> none -> new NotYet<>(none.placeholders());
            case UnknownSymbol<T> unknown -> new UnknownSymbol<>(unknown.what());
            case NoEntitlement<T> refused -> new NoEntitlement<>(refused.what());
            case QuotaUsedUp<T> spent -> new QuotaUsedUp<>(spent.what());
            case RateLimited<T> limited -> new RateLimited<>(limited.retryAfter());
            case Unauthorised<T> unauthorised -> new Unauthorised<>();
            case Broken<T> broken -> new Broken<>(broken.what());
        };
    }
}
