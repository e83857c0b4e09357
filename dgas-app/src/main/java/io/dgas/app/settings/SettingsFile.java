package io.dgas.app.settings;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.suggestion.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML file of settings key by key, noting all that is wrong with its form. */
final class SettingsFile {

    private final SettingCatalogue catalogue;
    private final String label;
    private final Map<String, WrittenValue> values = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private SettingsFile(SettingCatalogue catalogue, String label) {
        this.catalogue = catalogue;
        this.label = label;
    }

    /**
     * @param label the file as its user calls it
     * @throws ConfigurationProblem when there is no such file or it cannot be read
     */
    static SettingsFile read(SettingCatalogue catalogue, Path path, String label) {
        SettingsFile file = new SettingsFile(catalogue, label);
        file.parse(text(path, label));
        return file;
    }

    private static String text(Path path, String label) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new ConfigurationProblem(
                    label + ": there is no such file; 'dgas configure init " + label + "' writes one");
        } catch (CharacterCodingException e) {
            throw new ConfigurationProblem(label + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new ConfigurationProblem(label + ": cannot be read: " + e);
        }
    }

    Optional<WrittenValue> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /** Whether a secret stands in it itself, and not just the name of its variable. */
    boolean holdsSecrets() {
        return catalogue.keys().stream()
                .filter(SettingKey::isSecret)
                .flatMap(key -> value(key.path()).stream())
                .flatMap(written -> written.texts().stream())
                .anyMatch(text -> !text.isBlank() && !Expansion.isOneVariable(text.strip()));
    }

    List<Finding> findings() {
        return findings;
    }

    private void parse(String text) {
        LoadSettings load = LoadSettings.builder().setLabel(label).build();
        try {
            new Compose(load).composeString(text).ifPresent(root -> section(root, ""));
        } catch (MarkedYamlEngineException e) {
            find(place(e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            find(Place.of(label), "is not YAML: " + e.getMessage());
        }
    }

    private void section(Node node, String path) {
        if (isNull(node)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            String example = "such as '" + catalogue.names(path).getFirst() + ": ...'";
            find(place(node), (path.isEmpty() ? "the file" : path) + " must hold keys with values, " + example);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            entry(path, entry, seen);
        }
    }

    private void entry(String section, NodeTuple entry, Set<String> seen) {
        Node keyNode = entry.getKeyNode();
        String name = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        String path = section.isEmpty() ? name : section + "." + name;
        if (!seen.add(name)) {
            find(place(keyNode), path + " is there twice; keep one");
        } else if (catalogue.isSection(path)) {
            section(entry.getValueNode(), path);
        } else if (catalogue.key(path).isPresent()) {
            value(catalogue.key(path).get(), entry.getValueNode());
        } else {
            find(place(keyNode), unknown(section, name));
        }
    }

    private String unknown(String section, String name) {
        String where = section.isEmpty() ? "" : " in " + section;
        Optional<String> near =
                Nearest.to(name, catalogue.names(section)).map(known -> "did you mean '" + known + "'?");
        Optional<String> elsewhere = catalogue.keys().stream()
                .map(SettingKey::path)
                .filter(path -> path.endsWith("." + name))
                .findFirst()
                .map(path -> "it is known as " + path);
        return "unknown key '" + name + "'" + where + "; "
                + elsewhere.or(() -> near).orElse("known are " + String.join(", ", catalogue.names(section)));
    }

    private void value(SettingKey key, Node node) {
        if (isNull(node)) {
            values.put(key.path(), new WrittenValue(List.of(), place(node)));
        } else if (node instanceof ScalarNode scalar) {
            values.put(key.path(), new WrittenValue(scalarTexts(key, scalar), place(node)));
        } else if (node instanceof SequenceNode list && key.form() == SettingKey.Form.LIST) {
            list(key, list);
        } else {
            String expected = key.form() == SettingKey.Form.LIST ? "a list such as [A, B]" : "one value";
            find(place(node), key.path() + ": must be " + expected);
        }
    }

    private static List<String> scalarTexts(SettingKey key, ScalarNode scalar) {
        return key.form() == SettingKey.Form.LIST ? List.of(scalar.getValue().split(",")) : List.of(scalar.getValue());
    }

    private void list(SettingKey key, SequenceNode list) {
        List<String> texts = new ArrayList<>();
        for (Node element : list.getValue()) {
            if (element instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                find(place(element), key.path() + ": must be a list of plain values");
            }
        }
        values.put(key.path(), new WrittenValue(List.copyOf(texts), place(list)));
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && Set.of("", "~", "null").contains(scalar.getValue());
    }

    private void find(Place place, String text) {
        findings.add(new Finding(place, text));
    }

    private Place place(Node node) {
        return place(node.getStartMark());
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(label, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> Place.of(label));
    }
}
