package coldpotato.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.report.Table.Column;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter text = new StringWriter();
    private final Table table =
            new Table(Column.text("name", "Name"), Column.number("count", "Count"), Column.textForPrograms("more"));

    @Test
    void alignsTextLeftAndNumbersRightAndHidesWhatIsForPrograms() {
        table.row("a", "5", "x");
        table.row("longer", "1234567", "y");
        table.print(new PrintWriter(text));
        assertThat(text.toString()).isEqualTo("Name      Count\na             5\nlonger  1234567\n");
    }

    @Test
    void isAnArrayOfObjectsWithoutEmptyCells() {
        table.row("a", "5", "");
        Json.write(new PrintWriter(text), "test", json -> {
            json.writeName("rows");
            table.write(json);
        });
        assertThat(text.toString().replaceAll("\\s", ""))
                .isEqualTo("{\"format\":\"test\",\"version\":1,\"rows\":[{\"name\":\"a\",\"count\":5}]}");
    }
}
