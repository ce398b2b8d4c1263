package coldpotato.interop;

import java.nio.file.Path;

/** A run of tests in a process of its own, in the middle of a test that takes for ever: for whoever wants to end it. */
public final class OtherRun {
    private static final String READY = "in the middle";

    private OtherRun() {}

    static Foreground start(Lab lab) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] words = {"-cp", System.getProperty("java.class.path"), OtherRun.class.getName()};
        Foreground run = Foreground.start(
                lab.folder().resolve("run.log"), Command.of(java).and(words));
        run.awaitSaying(READY);
        return run;
    }

    /** Nobody closes the lab. */
    public static void main(String[] none) throws InterruptedException {
        Lab lab = new Lab();
        Foreground sleeper = lab.start(lab.namespace("quiet"), "sleep.log", "sleep", "1000");
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
        sleeper.close();
    }
}
