package io.dgas.postgres.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own that uses private servers, so that it can be killed or run as somebody else. */
record Child(Process process, BufferedReader output) implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** What the child does; it prints one line for each thing done and then waits to be ended. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "start" ->
                System.out.println(PrivatePostgres.in(folder).start().port());
            case "fail" -> System.out.println(failure(folder));
            case "throwaway" -> {
                ThrowawayPostgres server = ThrowawayPostgres.start();
                System.out.println(server.pid() + " " + server.folder());
            }
            case "whole-life" -> System.out.println(wholeLife(folder));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        if (System.in.read() == -1) {
            System.exit(0);
        }
    }

    private static String failure(Path folder) {
        try {
            return "started " + PrivatePostgres.in(folder).start();
        } catch (PostgresServerException expected) {
            return String.valueOf(expected.getMessage()).lines().findFirst().orElse("");
        }
    }

    /** Starts, writes, stops, starts, reads, stops. */
    static String wholeLife(Path folder) throws Exception {
        PrivatePostgres server = PrivatePostgres.in(folder);
        new Sql(server.start(), PrivatePostgres.DATABASE)
                .execute("create table kept (n int)", "insert into kept values (7)");
        boolean stopped = server.stop();
        String kept = new Sql(server.start(), PrivatePostgres.DATABASE).answer("select n from kept");
        return "stopped " + stopped + ", kept " + kept + ", stopped " + server.stop();
    }

    static Child of(String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), Map.of(), arguments);
    }

    static Child start(List<String> prefix, String classPath, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(
                List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, Child.class.getName()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Child(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Our classes and libraries at a place where every user can read them. */
    static String classPathForEveryone(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path from = Path.of(entry);
            Path to = folder.resolve(copies.size() + "-" + from.getFileName());
            copy(from, to);
            copies.add(to.toString());
        }
        return String.join(":", copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    String line() throws IOException {
        String line = output.readLine();
        return line == null ? "" : line;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end by itself. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
