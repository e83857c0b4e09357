package io.dgas.application.port.out.notice;

/**
 * Where people are told.
 *
 * @param kind {@code discord}, {@code webhook}, {@code console}
 * @param address within the kind, without any credential
 */
public record Channel(String kind, String address) {

    @Override
    public String toString() {
        return address.isEmpty() ? kind : kind + " " + address;
    }
}
