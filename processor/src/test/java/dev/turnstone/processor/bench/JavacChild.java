package dev.turnstone.processor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** One cold javac in a JVM of its own, which tells what it has cost from the start of the process. */
final class JavacChild {

    private static final String MARK = "cost ";

    private JavacChild() {}

    /**
     * What one process took.
     *
     * @param cpu milliseconds of all its threads
     * @param wall milliseconds on the clock
     */
    record Cost(double cpu, double wall) {}

    /** Runs javac with the arguments, in the child. */
    public static void main(String[] args) {
        int status = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.out, args);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println(MARK
                + system.getProcessCpuTime()
                + " "
                + TimeUnit.MILLISECONDS.toNanos(
                        ManagementFactory.getRuntimeMXBean().getUptime()));
        System.exit(status);
    }

    /** Runs javac with the arguments in a fresh JVM; fails with what it printed if it fails. */
    static Cost run(Path scratch, List<String> args) throws IOException, InterruptedException {
        Path argFile = scratch.resolve("javac.args");
        Files.write(argFile, args.stream().map(JavacChild::quoted).toList());
        Path output = scratch.resolve("javac.out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ClassPath.of(JavacChild.class),
                        JavacChild.class.getName(),
                        "@" + argFile)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        if (status != 0) {
            throw new IllegalStateException(String.join("\n", lines));
        }
        String[] cost = lines.get(lines.size() - 1).substring(MARK.length()).split(" ", -1);
        return new Cost(Long.parseLong(cost[0]) / 1e6, Long.parseLong(cost[1]) / 1e6);
    }

    private static String quoted(String arg) {
        return '"' + arg.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
