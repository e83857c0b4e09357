package io.dgas.domain.signal;

import java.util.List;

/**
 * What a score is made of. Leaves are measured numbers with names and units; inner nodes say how they are combined. The
 * value is always computed from the tree, so nothing stored can differ from its explanation.
 */
public sealed interface Evidence {

    String name();

    /** The node's value: a measurement in its own unit, everything above a leaf in [0, 1]. */
    double value();

    /**
     * A measured number.
     *
     * @param unit what it is counted in, such as "mean ranges" or "bars"
     */
    record Measurement(String name, double value, String unit) implements Evidence {
        public Measurement {
            if (name.isBlank() || unit.isBlank()) {
                throw new IllegalArgumentException(
                        "a measurement needs a name and a unit, got '" + name + "' in '" + unit + "'");
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " is " + value + ", not a number of " + unit);
            }
        }
    }

    /**
     * A measurement rated on a straight line: 0 at {@code worst} and beyond, 1 at {@code best} and beyond.
     *
     * @param worst in the measurement's unit; may lie above {@code best}
     */
    record Rating(Measurement measured, double worst, double best) implements Evidence {
        public Rating {
            if (worst == best || !Double.isFinite(worst) || !Double.isFinite(best)) {
                throw new IllegalArgumentException(
                        measured.name() + ": worst " + worst + " and best " + best + " must be two different numbers");
            }
        }

        @Override
        public String name() {
            return measured.name();
        }

        @Override
        public double value() {
            return Math.clamp((measured.value() - worst) / (best - worst), 0.0, 1.0);
        }
    }

    /** A weighted mean of its parts, at least one, with weights above zero. */
    record WeightedMean(String name, List<Part> parts) implements Evidence {
        public WeightedMean {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException(name + " has no parts");
            }
        }

        @Override
        public double value() {
            double sum = 0;
            double weights = 0;
            for (Part part : parts) {
                sum += part.weight() * part.evidence().value();
                weights += part.weight();
            }
            return sum / weights;
        }
    }

    /** One part of a mean: a rating or another mean, so that it lies in [0, 1]. */
    record Part(double weight, Evidence evidence) {
        public Part {
            if (!(weight > 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException(evidence.name() + ": weight " + weight + " is not a number above 0");
            }
            if (evidence instanceof Measurement) {
                throw new IllegalArgumentException(evidence.name() + " must be rated before it is weighed");
            }
        }
    }
}
