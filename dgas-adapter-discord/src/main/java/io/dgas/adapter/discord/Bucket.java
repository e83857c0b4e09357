package io.dgas.adapter.discord;

/**
 * How many requests are left until when.
 *
 * @param remaining below 1 when it is used up
 * @param window over when as many as ever may be made again
 */
record Bucket(long remaining, Pause window) {

    Bucket afterOneMore() {
        return new Bucket(remaining - 1, window);
    }
}
