package io.dgas.application.port.in;

import io.dgas.domain.market.Instrument;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the symbols of a list the universe's, and, where it is the list of an index, records who joined and left it. */
@FunctionalInterface
public interface ImportUniverse {

    /**
     * Registers and activates the symbols of a list and records the members of its index. Run again with the same list it
     * changes nothing; run again after it was interrupted it does the rest.
     *
     * @throws io.dgas.application.port.out.StorageException when the store cannot take it; part of it may be stored then
     */
    Outcome run(Request request);

    /** What to import, and how. */
    record Request(SymbolList list, Options options) {}

    /**
     * A list of symbols.
     *
     * @param index the index whose members these are, all of them; empty for a list of mere symbols
     * @param date of which it is true
     * @param symbols each once
     * @param changes of the index, as far as the source tells them, in any order
     * @param source where it is from, for people
     */
    record SymbolList(
            Optional<UniverseIndex> index, LocalDate date, List<Entry> symbols, List<Change> changes, String source) {
        public SymbolList {
            symbols = List.copyOf(symbols);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A symbol of a list.
     *
     * @param exchange where it is listed, as the source writes it
     * @param since first date of being a member of the index
     */
    record Entry(Instrument instrument, Optional<String> name, Optional<String> exchange, Optional<LocalDate> since) {}

    /**
     * A change of an index.
     *
     * @param date first date on which it holds
     */
    record Change(LocalDate date, Optional<Instrument> added, Optional<Instrument> removed) {}

    /**
     * How to import.
     *
     * @param dryRun tell what would be done and store nothing
     * @param force let more leave the index than are likely to
     * @param deactivateRemoved make inactive what has left and is in no other index
     */
    record Options(boolean dryRun, boolean force, boolean deactivateRemoved) {}

    /** What became of a request. */
    sealed interface Outcome {

        /** Nothing is stored, for this reason. */
        record Refused(String reason) implements Outcome {}

        /**
         * What was done, or, dry, would be done.
         *
         * @param members on the list
         * @param added not known before
         * @param joined the index
         * @param left the index
         * @param notes what its reader should know
         */
        record Imported(
                int members,
                SortedSet<Instrument> added,
                SortedSet<Instrument> activated,
                SortedSet<Instrument> deactivated,
                SortedSet<Instrument> joined,
                SortedSet<Instrument> left,
                List<String> notes)
                implements Outcome {
            public Imported {
                added = sorted(added);
                activated = sorted(activated);
                deactivated = sorted(deactivated);
                joined = sorted(joined);
                left = sorted(left);
                notes = List.copyOf(notes);
            }

            private static SortedSet<Instrument> sorted(Set<Instrument> instruments) {
                return Collections.unmodifiableSortedSet(new TreeSet<>(instruments));
            }
        }
    }
}
