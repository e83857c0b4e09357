package io.dgas.simulator.socket;

import io.dgas.simulator.fault.Fault;
import io.dgas.simulator.fault.FaultKind;
import io.dgas.simulator.fault.Faults;
import io.dgas.simulator.fault.Occasion;
import io.dgas.simulator.market.Session;
import io.dgas.simulator.tape.TimedTrade;
import io.dgas.simulator.tape.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where trades become due as the clock passes and go to those who listen. Guarded by its owner's lock. */
final class Floor {

    private static final long MINUTE = 60_000;
    private static final Duration SLOTS_HELD = Duration.ofSeconds(100);

    private final SocketService.Supplies supplies;
    private final Agenda agenda = new Agenda();
    private final Audience audience = new Audience();
    private final Slots slots = new Slots();
    private final Map<String, Long> tapedUntil = new HashMap<>();
    private long passed;
    private long nextMinute;

    Floor(SocketService.Supplies supplies, Instant start) {
        this.supplies = supplies;
        rewind(start.toEpochMilli());
    }

    Audience audience() {
        return audience;
    }

    Agenda agenda() {
        return agenda;
    }

    Faults faults() {
        return supplies.faults();
    }

    /** The virtual time up to which everything due has been done. */
    Instant now() {
        return Instant.ofEpochMilli(passed);
    }

    /** Does everything due up to the time, in order; a time before the last one begins anew from there. */
    void pass(long millis) {
        if (millis < passed) {
            rewind(millis);
        }
        while (nextMinute <= millis) {
            work(nextMinute);
            addMinute(nextMinute);
            nextMinute = following(nextMinute);
        }
        work(millis);
        strikeWhoeverIsDue();
        audience.connections().forEach(connection -> connection.out().flush());
    }

    /** Adds a symbol's trades that are still to come in the minutes that have begun. */
    void activate(String symbol) {
        long current = Math.floorDiv(passed, MINUTE) * MINUTE;
        for (long minute = current - MINUTE; minute <= current && minute < nextMinute; minute += MINUTE) {
            addMinute(symbol, minute);
        }
    }

    int taken(String token) {
        return slots.taken(token, audience.connections(), now());
    }

    void leave(Connection connection) {
        if (audience.connections().contains(connection)) {
            Duration time = faults().lasting(FaultKind.WS_SLOTS_HELD, place(connection, ""))
                    .map(fault -> Duration.ofMillis(fault.particulars().delayMs()))
                    .orElse(SLOTS_HELD);
            slots.hold(connection, now(), time);
            audience.leave(connection);
        }
    }

    Fault.Place place(Connection connection, String symbol) {
        return place("ws/" + connection.caller().endpoint(), symbol);
    }

    /** A price of the symbol as it was made at a time or before; empty where it has never been traded. */
    Optional<Double> lastPrice(String symbol, Instant then) {
        return supplies.directory()
                .apply(ticker(symbol))
                .flatMap(listing -> listing.closeBefore(
                        Session.containing(then.getEpochSecond()).next().date()));
    }

    private void rewind(long millis) {
        passed = millis;
        nextMinute = Math.floorDiv(millis, MINUTE) * MINUTE;
        tapedUntil.clear();
        agenda.forgetTrades();
        audience.symbols().forEach(this::activate);
    }

    /** The minute after, or the first of the next day of trading that has one. */
    private static long following(long minute) {
        long next = minute + MINUTE;
        Session session = Session.containing(next / 1_000);
        while (!session.isTradingDay() || next >= session.lastSecond() * 1_000) {
            session = session.next();
            next = session.firstSecond() * 1_000;
        }
        return Math.max(next, session.firstSecond() * 1_000);
    }

    private void addMinute(long minute) {
        for (String symbol : audience.symbols()) {
            addMinute(symbol, minute);
        }
    }

    private void addMinute(String symbol, long minute) {
        if (minute < tapedUntil.getOrDefault(symbol, Long.MIN_VALUE)) {
            return;
        }
        tapedUntil.put(symbol, minute + MINUTE);
        supplies.directory().apply(ticker(symbol)).ifPresent(listing -> {
            List<TimedTrade> trades = new ArrayList<>();
            supplies.tape().addMinute(ticker(symbol), listing, minute / 1_000, trades);
            for (TimedTrade timed : trades) {
                if (timed.sentMillis() > passed) {
                    agenda.add(timed);
                }
            }
        });
    }

    private void work(long until) {
        for (Agenda.Due due = agenda.next(until); due != null; due = agenda.next(until)) {
            passed = Math.max(passed, due.millis());
            switch (due) {
                case Agenda.DueAction action -> action.action().run();
                case Agenda.DueTrade trade -> deliver(trade);
            }
        }
        passed = Math.max(passed, until);
    }

    private void deliver(Agenda.DueTrade due) {
        Trade trade = due.timed().trade();
        List<Connection> listeners = audience.of(trade.symbol());
        if (listeners.isEmpty()) {
            return;
        }
        Optional<Fault> fault = due.delayed() ? Optional.empty() : struck(trade);
        if (fault.isPresent() && fault.get().kind() == FaultKind.WS_DELAYED) {
            agenda.addDelayed(due.timed(), passed + fault.get().particulars().delayMs());
            return;
        }
        FaultyTrades.Sending sending =
                fault.map(ordered -> FaultyTrades.of(ordered, trade)).orElseGet(() -> FaultyTrades.Sending.of(trade));
        boolean sent = false;
        for (Connection listener : List.copyOf(listeners)) {
            sent |= send(listener, trade, sending);
        }
        if (sent) {
            sending.trades().forEach(each -> supplies.sent().add(each, passed));
        }
    }

    private Optional<Fault> struck(Trade trade) {
        return faults().await(Occasion.TRADE)
                ? faults().next(
                                Occasion.TRADE,
                                place("ws/us", trade.symbol()),
                                kind -> FaultyTrades.applies(kind, trade))
                : Optional.empty();
    }

    /** True where trades went out; quotes are no trades. */
    private boolean send(Connection listener, Trade trade, FaultyTrades.Sending sending) {
        if (faults().await(Occasion.CONNECTION)) {
            faults().next(Occasion.CONNECTION, place(listener, trade.symbol()))
                    .ifPresent(fault -> strike(listener, fault));
        }
        if (!listener.caller().endpoint().equals("us")) {
            listener.send(Frames.text(TradeText.quote(trade)));
            return false;
        }
        boolean sent = false;
        for (byte[] message : sending.messages()) {
            sent |= listener.send(message);
        }
        return sent;
    }

    private void strikeWhoeverIsDue() {
        if (faults().await(Occasion.CONNECTION)) {
            for (Connection connection : List.copyOf(audience.connections())) {
                faults().due(place(connection, "")).ifPresent(fault -> strike(connection, fault));
            }
        }
    }

    private void strike(Connection connection, Fault fault) {
        switch (fault.kind()) {
            case WS_SILENCE -> connection.fallSilent(false);
            case WS_DEAF_SILENCE -> connection.fallSilent(true);
            case WS_RESTART -> restart();
            case WS_RESET -> {
                connection.reset();
                leave(connection);
            }
            default -> {
                connection.end(fault.particulars().status());
                leave(connection);
            }
        }
    }

    /** Every connection ends without a word, and nothing is remembered of any. */
    private void restart() {
        for (Connection each : List.copyOf(audience.connections())) {
            each.reset();
            audience.leave(each);
        }
        slots.forget();
    }

    private Fault.Place place(String endpoint, String symbol) {
        return new Fault.Place(endpoint, symbol.isEmpty() ? "" : ticker(symbol), now());
    }

    private static String ticker(String symbol) {
        return symbol + ".US";
    }
}
