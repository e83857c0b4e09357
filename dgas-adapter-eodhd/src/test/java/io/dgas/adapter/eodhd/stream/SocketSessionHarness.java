package io.dgas.adapter.eodhd.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A connection second by second on a clock of its own, and what it does. */
abstract class SocketSessionHarness {

    static final Instant START = Instant.parse("2026-06-02T13:30:00Z");
    static final SocketEvent OPENED = new SocketEvent.Opened();
    static final SocketEvent AUTHORISED = new SocketEvent.Notice(200, "Authorized");
    static final SocketEvent NO_ROOM = new SocketEvent.Notice(422, "Symbols limit reached");
    static final SocketEvent DATA = new SocketEvent.Data();
    static final SocketEvent HEARD = new SocketEvent.Heard();

    SocketSession session = new SocketSession(StreamRules.of(50), new SplittableRandom(1));
    Instant now = START;
    final List<String> sent = new ArrayList<>();
    final List<Instant> connects = new ArrayList<>();
    int pings;
    int drops;
    boolean answersPings = true;

    void with(int cap, int symbolsPerFrame) {
        StreamRules usual = StreamRules.of(cap);
        session = new SocketSession(
                new StreamRules(cap, symbolsPerFrame, usual.patience(), usual.retries()), new SplittableRandom(1));
    }

    void withClockSoFast(int speed) {
        session = new SocketSession(
                StreamRules.of(50).byClock(real -> real.multipliedBy(speed)), new SplittableRandom(1));
    }

    void on(SocketEvent event) {
        session.on(event, now).forEach(this::note);
    }

    void note(SocketAction action) {
        switch (action) {
            case SocketAction.Connect connect -> connects.add(now);
            case SocketAction.Send send -> sent.add(send.frame());
            case SocketAction.Drop drop -> drops++;
            case SocketAction.Ping ping -> {
                pings++;
                if (answersPings) {
                    on(HEARD);
                }
            }
        }
    }

    /** Lets so many seconds pass, looking at the clock at each. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            session.tick(now).forEach(this::note);
            now = now.plusSeconds(1);
        }
    }

    void follow(String... symbols) {
        on(new SocketEvent.Wanted(List.of(symbols)));
    }

    void live(String... symbols) {
        follow(symbols);
        pass(1);
        on(OPENED);
        on(AUTHORISED);
        pass(1);
    }

    static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toArray(String[]::new);
    }

    static String subscribe(String symbols) {
        return "{\"action\":\"subscribe\",\"symbols\":\"" + symbols + "\"}";
    }
}
