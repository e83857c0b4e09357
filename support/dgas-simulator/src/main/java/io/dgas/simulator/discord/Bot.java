package io.dgas.simulator.discord;

/** Somebody who posts; a person has no token. */
record Bot(String token, String id, String name) {

    @Override
    public String toString() {
        return name;
    }
}
