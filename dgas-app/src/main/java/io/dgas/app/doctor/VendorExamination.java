package io.dgas.app.doctor;

import io.dgas.app.exit.Problem;
import io.dgas.app.settings.EodhdSettings;
import io.dgas.app.settings.Settings;
import io.dgas.app.wiring.Installation;
import io.dgas.app.wiring.ServiceTime;
import io.dgas.app.wiring.VendorAccess;
import io.dgas.application.port.out.vendor.CallUsage;
import io.dgas.application.port.out.vendor.ClockSkew;
import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.status.QuotaCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The vendor, the plan behind the token and its clock: one question, which costs a call at most.
 *
 * @param told is given what the vendor says of the plan, in whatever way the examination ends
 */
record VendorExamination(Installation installation, CompletableFuture<Optional<VendorAccount>> told)
        implements Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.VENDOR, Subject.VENDOR_PLAN, Subject.QUOTA, Subject.VENDOR_CLOCK);
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        try {
            Settings settings = installation.settings();
            if (settings.eodhd().apiToken().isEmpty()
                    && !settings.dataCollection().enabled()) {
                found.accept(Diagnosis.ok(Subject.VENDOR, "not needed: data_collection.enabled is false"));
            } else {
                ask(found);
            }
        } finally {
            told.complete(Optional.empty());
        }
    }

    private void ask(Consumer<Diagnosis> found) {
        ServiceTime time = ServiceTime.of(installation);
        try (VendorAccess vendor = VendorAccess.toLook(installation, time, PATIENCE)) {
            VendorAnswer<VendorAccount> answer = vendor.history().account();
            found.accept(vendor(answer));
            if (answer instanceof VendorAnswer.Data<VendorAccount> data) {
                told.complete(Optional.of(data.value()));
                plan(data.value(), time, found);
            } else {
                found.accept(Diagnosis.unknown(Subject.VENDOR_PLAN, "the vendor did not say"));
                found.accept(Diagnosis.unknown(Subject.QUOTA, "the vendor did not say"));
            }
            found.accept(clock(vendor.clock().lastSkew()));
        } catch (Problem unset) {
            found.accept(Diagnosis.failing(Subject.VENDOR, unset.text(), "put the token into EODHD_API_TOKEN (.env)"));
            subjects().stream()
                    .skip(1)
                    .forEach(subject -> found.accept(Diagnosis.unknown(subject, "the vendor was not asked")));
        }
    }

    private Diagnosis vendor(VendorAnswer<VendorAccount> answer) {
        String address = String.valueOf(installation.settings().eodhd().baseUrl());
        return switch (answer) {
            case VendorAnswer.Data<VendorAccount> data ->
                Diagnosis.ok(Subject.VENDOR, "it answers and knows the token");
            case VendorAnswer.Unauthorised<VendorAccount> unknown ->
                Diagnosis.failing(
                        Subject.VENDOR,
                        "it does not accept the token",
                        "copy the token from the vendor's account page into EODHD_API_TOKEN (.env), then 'dgas eodhd test'");
            case VendorAnswer<VendorAccount> other ->
                Diagnosis.failing(
                        Subject.VENDOR,
                        other.failure().map(VendorAnswer.Failure::why).orElse("it answered without an account"),
                        "see whether this machine reaches " + address + "; then 'dgas eodhd test'");
        };
    }

    private void plan(VendorAccount account, ServiceTime time, Consumer<Diagnosis> found) {
        EodhdSettings settings = installation.settings().eodhd();
        found.accept(
                settings.callsPerDay() <= account.dailyLimit()
                        ? Diagnosis.ok(
                                Subject.VENDOR_PLAN,
                                account.dailyLimit() + " calls a day, of which the settings use "
                                        + settings.callsPerDay())
                        : Diagnosis.failing(
                                Subject.VENDOR_PLAN,
                                "it has " + account.dailyLimit() + " calls a day, and eodhd.calls_per_day is "
                                        + settings.callsPerDay(),
                                "set eodhd.calls_per_day to " + account.dailyLimit() + ", or take a larger plan"));
        CallUsage usage = now -> new CallUsage.Day(account.usedToday(), OptionalLong.of(account.dailyLimit()), false);
        found.accept(Diagnosis.of(
                Subject.QUOTA,
                new QuotaCheck(usage, settings.callsPerDay()).at(time.clock().instant()),
                "wait until 00:00 UTC; 'dgas eodhd plan' shows what needs the calls"));
    }

    private static Diagnosis clock(Optional<ClockSkew> seen) {
        if (seen.isEmpty()) {
            return Diagnosis.unknown(Subject.VENDOR_CLOCK, "no answer of the vendor tells its time");
        }
        return seen.get()
                .problem()
                .map(problem -> Diagnosis.warning(
                        Subject.VENDOR_CLOCK, problem, "set this machine's clock by NTP: timedatectl set-ntp true"))
                .orElseGet(() -> Diagnosis.ok(
                        Subject.VENDOR_CLOCK,
                        "the vendor's is " + seen.get().vendorAhead().toSeconds() + " s ahead of ours"));
    }
}
