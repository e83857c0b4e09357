package io.dgas.adapter.discord.chart;

import io.dgas.domain.market.TickSize;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices as people read them: with all digits that count, in no locale. */
final class PriceText {

    private static final int CENTS = 2;

    private PriceText() {}

    static String of(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return plain.setScale(Math.max(CENTS, plain.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** A level, which lies between ticks, to the nearest one. */
    static String of(double level) {
        int digits = TickSize.ofUsStock(Math.abs(level)).step().scale();
        return BigDecimal.valueOf(level)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
