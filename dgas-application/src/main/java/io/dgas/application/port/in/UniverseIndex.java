package io.dgas.application.port.in;

import io.dgas.application.port.out.vendor.StockIndex;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An index whose members can be imported. */
public enum UniverseIndex {
    /** 500 companies, some with two classes of shares. */
    SP500("sp500", StockIndex.SP_500, 490, 510),
    /** 100 companies, some with two classes of shares; spin-offs may stay for a while. */
    NASDAQ100("nasdaq100", StockIndex.NASDAQ_100, 95, 110);

    private final String code;
    private final StockIndex stockIndex;
    private final int fewest;
    private final int most;

    UniverseIndex(String code, StockIndex stockIndex, int fewest, int most) {
        this.code = code;
        this.stockIndex = stockIndex;
        this.fewest = fewest;
        this.most = most;
    }

    /**
     * The index with this name.
     *
     * @throws IllegalArgumentException when there is none, naming those that there are
     */
    public static UniverseIndex ofCode(String code) {
        return Arrays.stream(values())
                .filter(index -> index.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is not a known index; expected "
                        + Arrays.stream(values()).map(UniverseIndex::code).collect(Collectors.joining(" or "))));
    }

    /** The name under which its members are recorded: {@code sp500}. */
    public String code() {
        return code;
    }

    /** What a vendor is asked for. */
    public StockIndex stockIndex() {
        return stockIndex;
    }

    /** The fewest members of a list that can be whole. */
    public int fewest() {
        return fewest;
    }

    /** The most members of a list that is no other. */
    public int most() {
        return most;
    }

    @Override
    public String toString() {
        return code;
    }
}
