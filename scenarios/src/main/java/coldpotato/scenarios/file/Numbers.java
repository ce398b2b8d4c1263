package coldpotato.scenarios.file;

import java.util.Optional;

/** Values that are whole numbers. */
final class Numbers {
    private Numbers() {}

    static Value<Integer> whole(int min, int max) {
        return wholeLong(min, max).map(Math::toIntExact);
    }

    static Value<Long> wholeLong(long min, long max) {
        Form form = new Form.Whole(min, max);
        return Value.scalar(form, min, (scalar, wrong) -> {
            Optional<Long> number = tryParse(scalar.text()).filter(value -> min <= value && value <= max);
            if (number.isEmpty()) {
                wrong.accept(Quoted.of(scalar.text()) + " is not " + Forms.describe(form));
            }
            return number;
        });
    }

    private static Optional<Long> tryParse(String text) {
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
