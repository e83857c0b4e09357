package io.dgas.adapter.eodhd;

import io.dgas.application.port.out.vendor.VendorAccount;
import io.dgas.application.port.out.vendor.VendorAnswer;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads of the account what is not personal. */
final class AccountReader {

    private AccountReader() {}

    /**
     * @param today in UTC; the vendor goes on showing the count of an earlier day until the first call of this one
     */
    static VendorAnswer<VendorAccount> read(JsonNode node, LocalDate today) {
        try {
            Row row = new Row(node);
            LocalDate counted = row.date("apiRequestsDate");
            boolean stale = counted.isBefore(today);
            return new VendorAnswer.Data<>(new VendorAccount(
                    stale ? today : counted,
                    stale ? 0 : row.second("apiRequests"),
                    row.second("dailyRateLimit"),
                    row.has("extraLimit") ? row.second("extraLimit") : 0,
                    feeds(node)));
        } catch (UnusableRow e) {
            return new VendorAnswer.Broken<>(EodhdRequest.account()
                    + ": apiRequests, apiRequestsDate, dailyRateLimit or extraLimit is " + e.fault());
        }
    }

    private static List<String> feeds(JsonNode node) {
        return node.path("availableDataFeeds")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
