package io.dgas.jooq.codegen;

import io.dgas.postgres.server.ServerAddress;
import io.dgas.postgres.server.ThrowawayPostgres;
import java.nio.file.Path;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Migrates a database of a throw-away server and generates classes from what is there then. */
public final class GenerateJooq {

    static final String PACKAGE = "io.dgas.adapter.postgres.jooq";

    private GenerateJooq() {}

    /**
     * Generates from the command line, in a process of its own: in some languages jOOQ does not find its types.
     *
     * @param arguments folder of the migrations, source folder to write to, which is cleared first
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected the folder of the migrations and the folder to write to");
        }
        Locale.setDefault(Locale.ROOT);
        generate(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    private static void generate(Path migrations, Path sources) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        ThrowawayPostgres server = ThrowawayPostgres.shared();
        ServerAddress address = server.address();
        String url = address.jdbcUrl(server.createDatabase());
        Flyway.configure()
                .dataSource(url, address.user(), address.password())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(url)
                        .withUser(address.user())
                        .withPassword(address.password()))
                .withGenerator(generator(sources)));
    }

    private static Generator generator(Path sources) {
        return new Generator()
                .withDatabase(new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withExcludes("flyway_schema_history|market_data_.*")
                        .withForcedTypes(
                                new ForcedType().withName("INSTANT").withIncludeTypes("timestamp\\ with\\ time\\ zone"))
                        .withIncludeSystemSequences(false))
                .withGenerate(new Generate()
                        .withJavaTimeTypes(true)
                        .withGeneratedAnnotation(false)
                        .withComments(false)
                        .withRecords(false))
                .withTarget(new Target()
                        .withPackageName(PACKAGE)
                        .withDirectory(sources.toString())
                        .withClean(true));
    }
}
