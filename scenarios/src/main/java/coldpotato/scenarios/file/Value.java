package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a value is read, and how it may be written. After a mistake a value still comes back, a stand-in that keeps the
 * reading going; what was read is thrown away in the end if there was any mistake.
 *
 * @param form for the schema and the key reference
 * @param standIn taken where nothing usable is written
 * @param reader from the tree; tells of mistakes itself
 */
record Value<T>(Form form, Function<Reading, T> standIn, Reader<T> reader) {

    /** Makes a value of a tree. */
    interface Reader<T> {
        T read(Tree tree, Reading reading);
    }

    /** Makes a value of a scalar, or nothing after telling what is wrong with it. */
    interface ScalarReader<T> {
        Optional<T> read(Tree.Scalar scalar, Consumer<String> wrong);
    }

    T read(Tree tree, Reading reading) {
        return reader.read(tree, reading);
    }

    T standIn(Reading reading) {
        return standIn.apply(reading);
    }

    <R> Value<R> map(Function<T, R> function) {
        return new Value<>(form, standIn.andThen(function), (tree, reading) -> function.apply(read(tree, reading)));
    }

    /** A value that only some values of another kind have. */
    static <T, R> Value<R> checked(
            Value<T> value, Function<T, Optional<R>> function, Function<T, String> wrong, R standIn) {
        return new Value<>(value.form, reading -> standIn, (tree, reading) -> {
            T read = value.read(tree, reading);
            return function.apply(read).orElseGet(() -> {
                reading.wrong(tree.place(), wrong.apply(read));
                return standIn;
            });
        });
    }

    static <T> Value<T> scalar(Form form, T standIn, ScalarReader<T> scalars) {
        return new Value<>(form, reading -> standIn, (tree, reading) -> {
            if (!(tree instanceof Tree.Scalar scalar) || tree.isNull()) {
                reading.wrong(tree.place(), Forms.mismatch(form, tree));
                return standIn;
            }
            return scalars.read(scalar, message -> reading.wrong(tree.place(), message))
                    .orElse(standIn);
        });
    }

    /** A list, or one item alone. */
    static <T> Value<ImmutableList<T>> list(Value<T> item) {
        return new Value<>(new Form.ListOf(item.form), reading -> ImmutableList.of(), (tree, reading) -> {
            if (tree instanceof Tree.Sequence sequence) {
                return sequence.items().stream()
                        .map(one -> item.read(one, reading))
                        .collect(ImmutableList.toImmutableList());
            }
            return ImmutableList.of(item.read(tree, reading));
        });
    }

    /** Values by names that the user chooses and that are known from now on. */
    static <T> Value<ImmutableMap<String, T>> named(NameKind kind, Value<T> value) {
        return map(kind.text(), value, (entry, reading) -> reading.names().define(kind, entry, reading.mistakes()));
    }

    /** Values by names that the user takes from elsewhere. */
    static <T> Value<ImmutableMap<String, T>> byReference(NameKind kind, Value<T> value) {
        return map(kind.text(), value, (entry, reading) -> {
            reading.names().refer(kind, entry.text(), entry.place());
            return true;
        });
    }

    /** Values by names that are looked at later. */
    static <T> Value<ImmutableMap<String, T>> free(String what, Value<T> value) {
        return map(what, value, (entry, reading) -> true);
    }

    /** Looks at a key that the user chose; false if it cannot be one. */
    private interface KeyCheck {
        boolean test(Tree.Scalar key, Reading reading);
    }

    private static <T> Value<ImmutableMap<String, T>> map(String what, Value<T> value, KeyCheck check) {
        Form form = new Form.Named(what, value.form);
        return new Value<>(form, reading -> ImmutableMap.of(), (tree, reading) -> {
            if (!(tree instanceof Tree.Mapping mapping)) {
                reading.wrong(tree.place(), Forms.mismatch(form, tree));
                return ImmutableMap.of();
            }
            Map<String, T> values = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> {
                if (check.test(new Tree.Scalar(entry.place(), key, true), reading)) {
                    values.put(key, value.read(entry.value(), reading));
                }
            });
            return ImmutableMap.copyOf(values);
        });
    }

    /** A single value if a scalar is written, another form if not. */
    static <T> Value<T> either(Value<T> scalar, Value<T> other) {
        Form form = new Form.Either(ImmutableList.of(scalar.form, other.form));
        return new Value<>(form, scalar.standIn, (tree, reading) -> (tree instanceof Tree.Scalar && !tree.isNull()
                        ? scalar
                        : other)
                .read(tree, reading));
    }

    /** A list if one is written, another form if not. */
    static <T> Value<T> listOr(Value<T> list, Value<T> other) {
        Form form = new Form.Either(ImmutableList.of(list.form, other.form));
        return new Value<>(form, list.standIn, (tree, reading) -> (tree instanceof Tree.Mapping ? other : list)
                .read(tree, reading));
    }
}
