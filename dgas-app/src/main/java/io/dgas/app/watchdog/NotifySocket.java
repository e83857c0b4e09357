package io.dgas.app.watchdog;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Unix socket for datagrams, of which Java has none: three functions of the C library. An address that begins with
 * {@code @} is in the abstract name space.
 */
final class NotifySocket {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;

    /** A receiver whose queue is full must not stop us. */
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;

    /** Bytes of the family before the path in {@code sockaddr_un}, and the most of the path. */
    private static final int FAMILY = Short.BYTES;

    private static final int LONGEST_PATH = 107;

    private final byte[] address;
    private final MethodHandle socket;
    private final MethodHandle sendTo;
    private final MethodHandle close;
    private final Linker.Option error = Linker.Option.captureCallState("errno");

    private NotifySocket(byte[] address) {
        this.address = address;
        this.socket = function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        this.sendTo = function(
                "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
        this.close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    /** Empty where it can be no such socket: on another system than Linux, or with a path that is none. */
    static Optional<NotifySocket> at(String name) {
        boolean isLinux = System.getProperty("os.name").equals("Linux");
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        boolean isPath = path.length > 1 && path.length <= LONGEST_PATH && (path[0] == '/' || path[0] == '@');
        return isLinux && isPath ? Optional.of(new NotifySocket(path)) : Optional.empty();
    }

    @SuppressWarnings("restricted") // the launcher and the manifest allow it
    private MethodHandle function(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature, error);
    }

    /** Sends one datagram; returns what failed. */
    Optional<String> send(byte[] words) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());
            int descriptor = (int) socket.invokeExact(errno, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (descriptor < 0) {
                return Optional.of(failed("socket", errno));
            }
            MemorySegment told = arena.allocateFrom(JAVA_BYTE, words);
            MemorySegment to = address(arena);
            long sent = (long) sendTo.invokeExact(
                    errno, descriptor, told, told.byteSize(), MSG_DONTWAIT_NOSIGNAL, to, (int) to.byteSize());
            Optional<String> failure = sent < 0 ? Optional.of(failed("sendto", errno)) : Optional.empty();
            int closed = (int) close.invokeExact(errno, descriptor);
            return closed < 0 ? Optional.of(failed("close", errno)) : failure;
        } catch (Throwable impossible) {
            return Optional.of(String.valueOf(impossible));
        }
    }

    /** A {@code sockaddr_un} as long as its path: an abstract one begins with a zero, and ends where its length says. */
    private MemorySegment address(Arena arena) {
        MemorySegment segment = arena.allocate(FAMILY + address.length + (isAbstract() ? 0 : 1L), FAMILY);
        segment.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(address, 0, segment, JAVA_BYTE, FAMILY, address.length);
        if (isAbstract()) {
            segment.set(JAVA_BYTE, FAMILY, (byte) 0);
        }
        return segment;
    }

    private boolean isAbstract() {
        return address[0] == '@';
    }

    private static String failed(String function, MemorySegment errno) {
        long offset = Linker.Option.captureStateLayout().byteOffset(MemoryLayout.PathElement.groupElement("errno"));
        return function + " failed with error " + errno.get(JAVA_INT, offset);
    }
}
