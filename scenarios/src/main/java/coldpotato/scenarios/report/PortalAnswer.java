package coldpotato.scenarios.report;

import coldpotato.scenarios.report.PortalTable.Section;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;

/**
 * What Azure's checks say at a time.
 *
 * @param scenario that they were made in
 * @param times of its run
 * @param nowNanos when
 * @param sections one for each table
 */
record PortalAnswer(String scenario, RunTimes times, long nowNanos, ImmutableList<Section> sections)
        implements Printable {

    @Override
    public void print(PrintWriter out) {
        for (Section section : sections) {
            out.print(section.title() + " at " + times.both(nowNanos) + "\n\n");
            section.view().print(out);
            out.print("\n");
        }
    }

    @Override
    public void write(PrintWriter out) {
        Json.write(out, Answer.SHOW, document -> {
            document.writeStringProperty("scenario", scenario);
            document.writeNumberProperty("time-nanos", nowNanos);
            Json.array(document, "tables", sections, section -> {
                document.writeStartObject();
                section.keys().forEach(document::writeStringProperty);
                section.view().write(document);
                document.writeEndObject();
            });
        });
    }
}
