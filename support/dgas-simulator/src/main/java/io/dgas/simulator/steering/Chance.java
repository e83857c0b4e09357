package io.dgas.simulator.steering;

/** The first covered occasion that is hit, how many are, and how likely each; one that lasts hits them all. */
public record Chance(long nth, long times, double probability) {

    public Chance {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability " + probability + " must be above 0 and at most 1");
        }
    }
}
