import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.level.ProjectionSheet;
import io.dgas.domain.market.BarKey;
import io.dgas.domain.market.Grid;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Slot;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import io.dgas.domain.risk.AtrMultiples;
import io.dgas.domain.signal.Decision;
import io.dgas.domain.signal.SignalRules;
import io.dgas.domain.timeframe.MultiTimeframeView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Daily bars of a CSV file: the levels for the coming day, the state, and what the newest day decided. */
public class FromCsv {
    public static void main(String[] args) throws IOException {
        Grid grid = Grid.of(TradingCalendar.nyse(), Grid.Anchor.SESSION);
        List<String> rows = Files.readAllLines(Path.of(args[0])); // symbol,timestamp,open,high,low,close,volume
        Instrument instrument = Instrument.parse(rows.get(1).split(",")[0]);
        BarSeries.Builder days = BarSeries.builder(new BarKey(instrument, Timeframe.D1), rows.size());
        for (String row : rows.subList(1, rows.size())) {
            String[] cell = row.split(",");
            long opened = Instant.parse(cell[1]).getEpochSecond();
            if (grid.place(opened, Timeframe.D1) instanceof Slot slot) { // else not a day of trading
                double[] value = List.of(cell).subList(2, 7).stream().mapToDouble(Double::parseDouble).toArray();
                days.add(slot.openTime(), slot.closeTime(), value[0], value[1], value[2], value[3], value[4]);
            }
        }
        BarSeries bars = days.build();
        MultiTimeframeView view = MultiTimeframeView.of(bars, List.of(Timeframe.W1), TradingCalendar.nyse());
        System.out.println(view + " as of " + bars.closeTime(bars.last()));
        System.out.println(ProjectionSheet.forBar(view.trading().levels(), bars.size()).levels());
        System.out.println(view.trading().states().at(bars.last()));
        System.out.println(switch (new SignalRules(AtrMultiples.STANDARD).decide(view)) {
            case Decision.Issue issue -> issue.signals();
            case Decision.StandAside no -> "stands aside: " + no.firstFailing();
            case Decision.NoData none -> "has no data: " + none.problem();
        });
    }
}
