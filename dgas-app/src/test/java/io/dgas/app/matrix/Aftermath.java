package io.dgas.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.collection.ServiceProcess;
import io.dgas.app.collection.ServiceWatch;
import io.dgas.app.collection.StoredRows;
import io.dgas.app.collection.Until;
import io.dgas.app.exit.ExitCode;
import io.dgas.domain.market.Timeframe;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.discord.PostedMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** What is left when a fault is over: nothing was lost, and nothing is there twice. */
record Aftermath(MatrixSystem system, Timeframe timeframe) {

    private static final double NIGHT_SPEED = 3_600;

    /** Each notice was told once or expired, each tick is recorded once. */
    void expectEachOnce() {
        expectEachNoticeOnce();
        expectEachTickOnce("1 minute");
    }

    /** Goes on until something was told, then ends all services in order. */
    void expectEachNoticeOnce() {
        Until.isSo(() -> !system.discord.everPosted(DiscordSimulator.CHANNEL).isEmpty(), system::told);
        system.stop();
        assertThat(system.run("notify", "deliver").code()).as(system.told()).isEqualTo(ExitCode.DONE);
        StoredRows rows = system.rows();
        List<String> told = system.discord.everPosted(DiscordSimulator.CHANNEL).stream()
                .map(PostedMessage::footers)
                .map(List::getFirst)
                .toList();
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
        assertThat(new HashSet<>(told))
                .isEqualTo(new HashSet<>(rows.texts("select notice from notices where state = 'DELIVERED'")));
        assertThat(rows.texts("select notice || ' ' || state || coalesce(error, '') from notices"
                        + " where state not in ('DELIVERED', 'EXPIRED')"))
                .isEmpty();
    }

    /** From the first to the last that is recorded. */
    void expectEachTickOnce(String apart) {
        assertThat(system.rows()
                        .texts("select t from generate_series((select min(tick_at) from prediction_runs),"
                                + " (select max(tick_at) from prediction_runs), interval '" + apart + "') t"
                                + " where (select count(*) from prediction_runs where tick_at = t) <> 1"))
                .isEmpty();
        assertThat(system.rows().number("select count(*) from prediction_runs where tick_at is not null"))
                .isPositive();
    }

    /** The night goes by; then what is stored of the session is what was traded. */
    void expectEveryBar() {
        system.simulated.vendor.clock().set(system.simulated.session.close().plus(Duration.ofHours(15)));
        system.simulated.vendor.clock().run(NIGHT_SPEED);
        ServiceWatch watch = new ServiceWatch(system.simulated, timeframe, "fault matrix");
        ServiceProcess collection = system.start("data-collection", "start");
        Until.isSo(() -> watch.isClosed(system.simulated.session.date()), system::told);
        collection.kill();
        watch.expectTheTruth();
    }
}
