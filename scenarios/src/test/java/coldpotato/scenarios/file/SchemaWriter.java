package coldpotato.scenarios.file;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the table of keys as a JSON Schema. It leaves two things to the reader of files: which keys are required, because a
 * file that extends another need not repeat them, and which may stand together. Any value may be null, which takes a key of
 * the extended file away.
 */
final class SchemaWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaWriter() {}

    /**
     * The schema of a mapping of this shape.
     *
     * @param file the shape of the whole file that such a mapping is part of
     */
    static String schema(Shape file, Shape root) {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "coldpotato " + PublishedShapes.slug(file));
        schema.put("$ref", reference(root));
        ObjectNode definitions = schema.putObject("$defs");
        PublishedShapes.of(file).forEach(shape -> definitions.set(PublishedShapes.slug(shape), shape(shape)));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                + "\n";
    }

    private static ObjectNode shape(Shape shape) {
        ObjectNode object = type("object");
        object.put("description", shape.name());
        object.put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        shape.keys().values().forEach(key -> properties.set(key.name(), key(key)));
        return object;
    }

    private static ObjectNode key(Key<?> key) {
        ObjectNode node = form(key.value().form());
        node.put("description", key.meaning() + ". " + KeyReference.presence(key));
        return node;
    }

    private static ObjectNode form(Form form) {
        if (form instanceof Form.Text text) {
            ObjectNode node = text.number() ? type("string", "number") : type("string");
            return node.put("pattern", "^(?:" + text.pattern() + ")$");
        }
        if (form instanceof Form.Whole whole) {
            return type("integer").put("minimum", whole.min()).put("maximum", whole.max());
        }
        if (form instanceof Form.Words words) {
            return words(words);
        }
        if (form instanceof Form.ListOf list) {
            ObjectNode node = NODES.objectNode();
            ObjectNode array = type("array");
            array.set("items", form(list.item()));
            node.putArray("anyOf").add(form(list.item())).add(array);
            return node;
        }
        if (form instanceof Form.Named named) {
            ObjectNode node = type("object");
            node.set("additionalProperties", form(named.value()));
            return node;
        }
        if (form instanceof Form.Keys keys) {
            return NODES.objectNode().put("$ref", reference(keys.shape()));
        }
        ObjectNode node = NODES.objectNode();
        ArrayNode any = node.putArray("anyOf");
        ((Form.Either) form).forms().forEach(one -> any.add(form(one)));
        return node;
    }

    /** YAML tools take true, false and digits for other things than text. */
    private static ObjectNode words(Form.Words words) {
        ObjectNode node = NODES.objectNode();
        ArrayNode values = node.putArray("enum");
        for (String word : words.words()) {
            if (word.equals("true") || word.equals("false")) {
                values.add(Boolean.parseBoolean(word));
            } else if (word.matches("[0-9]+")) {
                values.add(Integer.parseInt(word)).add(word);
            } else {
                values.add(word);
            }
        }
        values.addNull();
        return node;
    }

    private static ObjectNode type(String... types) {
        ObjectNode node = NODES.objectNode();
        ArrayNode array = node.putArray("type");
        for (String type : types) {
            array.add(type);
        }
        array.add("null");
        return node;
    }

    private static String reference(Shape shape) {
        return "#/$defs/" + PublishedShapes.slug(shape);
    }
}
