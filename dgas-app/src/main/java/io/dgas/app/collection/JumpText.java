package io.dgas.app.collection;

import io.dgas.application.collection.jumps.JumpReport;
import io.dgas.application.port.out.collection.QuarantineRepository.Lifting;
import java.util.List;
import java.util.stream.Stream;

/** What a look for jumps came to, a line each. */
final class JumpText {

    private JumpText() {}

    static List<String> of(JumpReport jumps) {
        Stream<String> opened = jumps.opened().stream()
                .map(quarantine -> quarantine.jump().instrument() + " is set aside: " + quarantine.reason());
        Stream<String> lifted = jumps.lifted().stream()
                .map(quarantine -> quarantine.jump().instrument() + " is taken back: "
                        + quarantine.lifted().map(Lifting::why).orElse(""));
        Stream<String> contradictions =
                jumps.contradictions().entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue());
        return Stream.of(opened, lifted, contradictions).flatMap(lines -> lines).toList();
    }
}
