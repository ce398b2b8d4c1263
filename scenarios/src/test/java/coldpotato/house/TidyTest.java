package coldpotato.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules about the text of the sources. Where a cap hurts, a concept is missing; find it instead of splitting. */
class TidyTest {
    private static final int FILE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 60;
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Info|Data)");
    private static final Pattern READ_FIRST = Pattern.compile("(?is)/\\*\\*.*\\bread\\b.*\\bfirst\\b");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(work|home|root|Users)/");
    private static final List<String> TEXTS =
            List.of(".java", ".md", ".xml", ".yaml", ".yml", ".json", ".properties", ".txt", "/coldpotato", ".ci/run");

    /**
     * The build runs classes of these names only; another would rot unseen. RunBenchmarks and RunFullTable are for people to run; an
     * annotation that stands for a test is none.
     */
    @Test
    void everyTestHasANameThatTheBuildRuns() {
        assertNone(Checkout.files(".java").stream()
                .filter(file -> Checkout.text(file).lines().anyMatch(line -> line.strip()
                        .matches("@(Test|Property|TestFactory|ParameterizedTest)\\b.*")))
                .filter(file -> !file.endsWith("RunBenchmarks.java") && !file.endsWith("RunFullTable.java"))
                .filter(file -> !Checkout.text(file).contains("@interface"))
                .filter(file -> !file.toString().endsWith("Test.java"))
                .map(Checkout::name));
    }

    @Test
    void noFileIsTooLong() {
        assertNone(Checkout.files(".java").stream()
                .filter(file -> Checkout.text(file).lines().count() > FILE_LINES_MAX)
                .map(Checkout::name));
    }

    @Test
    void noMethodIsTooLong() throws IOException {
        assertNone(declarations().stream()
                .filter(declaration -> declaration.kind == Tree.Kind.METHOD && declaration.lines > METHOD_LINES_MAX)
                .map(Declaration::where));
    }

    @Test
    void noClassHasAnEmptyName() throws IOException {
        assertNone(declarations().stream()
                .filter(declaration -> declaration.kind != Tree.Kind.METHOD)
                .filter(type -> EMPTY_NAME.matcher(type.name).matches())
                .map(Declaration::where));
    }

    @Test
    void everyPackageSaysWhatItIsAndWhichClassToReadFirst() throws IOException {
        assertNone(packages().stream()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(file -> !Files.exists(file)
                        || !READ_FIRST.matcher(Checkout.text(file)).find())
                .map(Checkout::name));
    }

    @Test
    void everyModuleHasAReadme() {
        assertNone(Checkout.MODULES.stream()
                .filter(module -> !Files.exists(Checkout.ROOT.resolve(module).resolve("README.md"))));
    }

    @Test
    void nothingIsLeftForLater() {
        assertNone(linesWith(UNFINISHED));
    }

    @Test
    void noPathOfOneMachineIsNamed() {
        assertNone(linesWith(MACHINE_PATH));
    }

    private static void assertNone(Stream<String> offenders) {
        assertThat(offenders.toList()).isEmpty();
    }

    private static Stream<String> linesWith(Pattern pattern) {
        return TEXTS.stream().flatMap(ending -> Checkout.files(ending).stream()).flatMap(file -> Checkout.text(file)
                .lines()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> Checkout.name(file) + ": " + line.strip()));
    }

    private static List<Path> packages() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : Checkout.MODULES) {
            Path sources = Checkout.ROOT.resolve(module).resolve("src/main/java");
            if (Files.exists(sources)) {
                try (Stream<Path> all = Files.walk(sources)) {
                    all.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .sorted()
                            .forEach(folders::add);
                }
            }
        }
        return folders;
    }

    private record Declaration(Tree.Kind kind, String name, long lines, String where) {}

    private static List<Declaration> declarations() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(Checkout.files(".java")));
            DeclarationScanner scanner = new DeclarationScanner(Trees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.found;
        }
    }

    private static final class DeclarationScanner extends TreePathScanner<Void, Void> {
        final List<Declaration> found = new ArrayList<>();
        private final Trees trees;

        DeclarationScanner(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            add(type, type.getSimpleName().toString());
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            add(method, method.getName().toString());
            return super.visitMethod(method, nothing);
        }

        private void add(Tree tree, String name) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            long end = trees.getSourcePositions().getEndPosition(unit, tree);
            long first = unit.getLineMap().getLineNumber(start);
            long last = unit.getLineMap().getLineNumber(Math.max(start, end));
            String where = Checkout.name(Path.of(unit.getSourceFile().toUri())) + ":" + first + " " + name;
            found.add(new Declaration(tree.getKind(), name, last - first + 1, where));
        }
    }
}
