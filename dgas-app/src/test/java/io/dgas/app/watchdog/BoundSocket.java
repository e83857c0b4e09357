package io.dgas.app.watchdog;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The other end: a real socket for datagrams, as systemd binds one. */
public final class BoundSocket implements AutoCloseable {

    private static final int LONGEST = 4096;
    private static final int MSG_DONTWAIT = 0x40;

    private final String name;
    private final int descriptor;

    private BoundSocket(String name, int descriptor) {
        this.name = name;
        this.descriptor = descriptor;
    }

    /** Bound to a path, or with {@code @} before it in the abstract name space. */
    public static BoundSocket at(String name) throws Throwable {
        boolean isAbstract = name.startsWith("@");
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(2 + path.length + (isAbstract ? 0 : 1L), 2);
            address.set(JAVA_SHORT, 0, (short) 1);
            MemorySegment.copy(path, 0, address, JAVA_BYTE, 2, path.length);
            if (isAbstract) {
                address.set(JAVA_BYTE, 2, (byte) 0);
            }
            int descriptor = (int) function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT))
                    .invokeExact(1, 2, 0);
            int bound = (int) function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT))
                    .invokeExact(descriptor, address, (int) address.byteSize());
            assertThat(bound).as("bind to " + name).isZero();
            return new BoundSocket(name, descriptor);
        }
    }

    /** As the variable names it. */
    public String name() {
        return name;
    }

    /** The next datagram; empty while there is none. */
    public Optional<String> next() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(LONGEST);
            long length =
                    (long) function("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT))
                            .invokeExact(descriptor, text, (long) LONGEST, MSG_DONTWAIT);
            return length < 0
                    ? Optional.empty()
                    : Optional.of(new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }

    @Override
    public void close() {
        try {
            int closed = (int)
                    function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(descriptor);
            assertThat(closed).isZero();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
