package io.dgas.adapter.eodhd.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What is wanted of a connection, what was asked of it and what it refused. The vendor confirms nothing and refuses a
 * whole frame without saying which; so one frame is sent at a time, and a refusal is of the last one.
 */
final class Subscriptions {

    private static final String NO_ROOM = "the vendor has no room for it: its limit of symbols is reached";

    private final StreamRules rules;
    private List<String> all = List.of();
    private List<String> wanted = List.of();
    private final Deque<String> pending = new ArrayDeque<>();
    private final Deque<String> silent = new ArrayDeque<>();
    private final List<String> unwanted = new ArrayList<>();
    private final SequencedSet<String> subscribed = new LinkedHashSet<>();
    private final Map<String, String> refused = new LinkedHashMap<>();

    private List<String> lastFrame = List.of();
    private Instant notBefore = Instant.MIN;
    private Instant retryOfRefused = Instant.MAX;
    private int step;
    private int refusals;
    private boolean searching;

    Subscriptions(StreamRules rules) {
        this.rules = rules;
        this.step = rules.symbolsPerFrame();
    }

    boolean isNothingWanted() {
        return wanted.isEmpty();
    }

    Set<String> subscribed() {
        return subscribed;
    }

    Map<String, String> refused() {
        return refused;
    }

    /** Takes effect with the next frames of an open connection. */
    void want(List<String> symbols) {
        all = symbols.stream().distinct().toList();
        wanted = all.subList(0, Math.min(all.size(), rules.cap()));
        Set<String> kept = new LinkedHashSet<>(wanted);
        subscribed.stream().filter(symbol -> !kept.contains(symbol)).forEach(unwanted::add);
        unwanted.forEach(subscribed::remove);
        pending.clear();
        silent.removeIf(symbol -> !kept.contains(symbol));
        refused.keySet().retainAll(kept);
        wanted.stream()
                .filter(symbol -> !subscribed.contains(symbol) && !refused.containsKey(symbol))
                .forEach(pending::add);
        all.stream()
                .skip(rules.cap())
                .forEach(symbol -> refused.put(symbol, "beyond the " + rules.cap() + " symbols of the settings"));
    }

    /** A new connection knows of no subscription. */
    void begin(Instant now) {
        end();
        notBefore = now;
    }

    /** With the connection all of it is gone, refusals too. */
    void end() {
        subscribed.clear();
        unwanted.clear();
        silent.clear();
        refused.clear();
        lastFrame = List.of();
        retryOfRefused = Instant.MAX;
        step = rules.symbolsPerFrame();
        refusals = 0;
        searching = false;
        want(all);
    }

    void subscribeAgain(Set<String> symbols) {
        symbols.stream()
                .sorted()
                .filter(symbol -> subscribed.contains(symbol) && !silent.contains(symbol))
                .forEach(silent::add);
    }

    /** The frame to send now, if one is due. */
    Optional<String> next(Instant now) {
        if (now.isBefore(notBefore)) {
            return Optional.empty();
        }
        if (!lastFrame.isEmpty()) {
            refusals = 0;
        }
        if (!now.isBefore(retryOfRefused)) {
            retryRefused();
        }
        return frame().map(frame -> {
            notBefore = now.plus(rules.patience().settling());
            return frame;
        });
    }

    private Optional<String> frame() {
        if (!unwanted.isEmpty()) {
            String symbols = String.join(",", unwanted);
            unwanted.clear();
            return Optional.of(frame("unsubscribe", symbols));
        }
        if (!pending.isEmpty()) {
            lastFrame = takePending();
            subscribed.addAll(lastFrame);
            return Optional.of(frame("subscribe", String.join(",", lastFrame)));
        }
        return Optional.ofNullable(silent.poll()).map(symbol -> {
            lastFrame = List.of();
            return frame("subscribe", symbol);
        });
    }

    private List<String> takePending() {
        List<String> taken = new ArrayList<>();
        while (taken.size() < step && !pending.isEmpty()) {
            taken.add(pending.remove());
        }
        return List.copyOf(taken);
    }

    private static String frame(String action, String symbols) {
        return "{\"action\":\"" + action + "\",\"symbols\":\"" + symbols + "\"}";
    }

    /**
     * The last frame was over the vendor's limit. First the room of a dropped connection may become free; then the limit
     * is looked for by halves, and what is beyond it is refused.
     */
    void overLimit(Instant now) {
        List<String> frame = takeBack();
        if (frame.isEmpty()) {
            return;
        }
        if (!searching && refusals < rules.retries().refusals()) {
            refusals++;
            putFirst(frame);
            notBefore = now.plus(rules.retries().afterRefusal());
            return;
        }
        searching = true;
        putFirst(frame);
        if (frame.size() == 1) {
            pending.forEach(symbol -> refused.put(symbol, NO_ROOM));
            pending.clear();
            retryOfRefused = now.plus(rules.retries().afterGivingUp());
        }
        step = Math.max(1, frame.size() / 2);
        notBefore = now.plus(rules.patience().settling());
    }

    /** The last frame came too soon after others. */
    void tooFast(Instant now) {
        putFirst(takeBack());
        notBefore = now.plus(rules.retries().afterRefusal());
    }

    /** The vendor does not serve something in the last frame: found by asking for one at a time. */
    void notServed(String message, Instant now) {
        List<String> frame = takeBack();
        if (frame.size() == 1) {
            refused.put(frame.getFirst(), message);
        } else if (!frame.isEmpty()) {
            putFirst(frame);
            step = 1;
        }
        notBefore = now.plus(rules.patience().settling());
    }

    private List<String> takeBack() {
        List<String> frame = lastFrame;
        lastFrame = List.of();
        frame.forEach(subscribed::remove);
        return frame;
    }

    private void putFirst(List<String> frame) {
        frame.reversed().stream().filter(wanted::contains).forEach(pending::addFirst);
    }

    private void retryRefused() {
        retryOfRefused = Instant.MAX;
        List<String> noRoom = refused.entrySet().stream()
                .filter(each -> each.getValue().equals(NO_ROOM))
                .map(Map.Entry::getKey)
                .toList();
        noRoom.forEach(refused::remove);
        pending.addAll(noRoom);
        step = 1;
    }
}
