package io.dgas.app.symbols;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.app.exit.WorkFailed;
import io.dgas.application.port.in.ImportUniverse.Entry;
import io.dgas.application.port.in.UniverseIndex;
import io.dgas.application.port.out.vendor.IndexMember;
import io.dgas.application.port.out.vendor.RowFault;
import io.dgas.application.port.out.vendor.VendorAnswer;
import io.dgas.application.port.out.vendor.VendorAnswer.Broken;
import io.dgas.application.port.out.vendor.VendorAnswer.Data;
import io.dgas.application.port.out.vendor.VendorAnswer.NoEntitlement;
import io.dgas.application.port.out.vendor.VendorAnswer.NotYet;
import io.dgas.application.port.out.vendor.VendorAnswer.QuotaUsedUp;
import io.dgas.application.port.out.vendor.VendorAnswer.RateLimited;
import io.dgas.application.port.out.vendor.VendorAnswer.Unauthorised;
import io.dgas.application.port.out.vendor.VendorAnswer.UnknownSymbol;
import io.dgas.application.port.out.vendor.VendorListings;
import io.dgas.application.port.out.vendor.VendorRows;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The members of an index as the vendor has them, all or none. */
final class VendorMembers {

    /** A row once more, or a remark, takes no member off the list. */
    private static final Set<RowFault> HARMLESS =
            EnumSet.of(RowFault.REPEATED, RowFault.CONTRADICTING, RowFault.WARNING);

    private static final String OTHER_WAYS = "; import a saved page or a CSV file instead";

    private VendorMembers() {}

    static List<Entry> of(UniverseIndex index, VendorListings vendor) {
        VendorAnswer<VendorRows<IndexMember>> answer = vendor.members(index.stockIndex());
        return switch (answer) {
            case Data<VendorRows<IndexMember>> data -> entries(index, data.value());
            case NoEntitlement<VendorRows<IndexMember>> refused ->
                throw new WorkFailed("the vendor's plan does not include the members of " + index + " ("
                        + refused.what() + ")" + OTHER_WAYS);
            case UnknownSymbol<VendorRows<IndexMember>> unknown ->
                throw new WorkFailed("the vendor does not know " + index + " (" + unknown.what() + ")" + OTHER_WAYS);
            case NotYet<VendorRows<IndexMember>> none ->
                throw new WorkFailed("the vendor has no members of " + index + " now" + OTHER_WAYS);
            case QuotaUsedUp<VendorRows<IndexMember>> spent ->
                throw new WorkFailed(
                        "the calls of the day are used up (" + spent.what() + "); repeat it after 00:00 UTC");
            case RateLimited<VendorRows<IndexMember>> limited ->
                throw new WorkFailed("the vendor wants no request for "
                        + limited.retryAfter().toSeconds() + " s; repeat it then");
            case Unauthorised<VendorRows<IndexMember>> refused ->
                throw new ConfigurationProblem("the vendor does not accept eodhd.api_token; check it");
            case Broken<VendorRows<IndexMember>> broken ->
                throw new OutsideUnreachable("the vendor gave no usable answer: " + broken.what());
        };
    }

    private static List<Entry> entries(UniverseIndex index, VendorRows<IndexMember> rows) {
        List<String> lost = rows.report().omitted().entrySet().stream()
                .filter(fault -> !HARMLESS.contains(fault.getKey()))
                .map(fault -> fault.getValue() + " " + fault.getKey().name().toLowerCase(Locale.ROOT))
                .toList();
        if (!lost.isEmpty()) {
            throw new WorkFailed("the vendor's list of " + index + " has rows that are not understood ("
                    + String.join(", ", lost) + ")" + OTHER_WAYS);
        }
        return rows.rows().stream().map(VendorMembers::entry).toList();
    }

    private static Entry entry(IndexMember member) {
        return new Entry(
                member.instrument(),
                Optional.of(member.name()).filter(name -> !name.isBlank()),
                Optional.empty(),
                Optional.empty());
    }
}
