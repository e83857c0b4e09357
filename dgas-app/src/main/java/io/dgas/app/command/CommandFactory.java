package io.dgas.app.command;

import io.dgas.app.wiring.Installation;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands: one whose constructor takes the {@link Installation} is given it, anything else is made plainly. */
final class CommandFactory implements IFactory {

    private final Installation installation;

    CommandFactory(Installation installation) {
        this.installation = installation;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return takesInstallation(type)
                ? made(type.getDeclaredConstructor(Installation.class))
                : CommandLine.defaultFactory().create(type);
    }

    private static boolean takesInstallation(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor ->
                        Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Installation.class}));
    }

    private <K> K made(Constructor<K> constructor) throws ReflectiveOperationException {
        constructor.setAccessible(true);
        return constructor.newInstance(installation);
    }
}
