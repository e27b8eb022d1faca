package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Event.Kind;
import dev.carmine.it.mq.fault.WorkerProcess.Health;
import dev.carmine.it.process.ChildJvm;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The processes of a campaign, and what they write. Confined to the thread of the test. */
final class Staff implements AutoCloseable {
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final String uri;
    private final Path folder;
    private final SplittableRandom random;
    private final List<ChildJvm> all = new ArrayList<>();

    /** One of each process; the files are those of its queues. */
    private final List<Path> histories = new ArrayList<>();

    private final List<ChildJvm> workers = new ArrayList<>();
    private final Map<ChildJvm, Job> producers = new LinkedHashMap<>();

    /** What a producer was told to do, and where it says how far it is. */
    private record Job(int messages, Path history) {
        int left() {
            long begun = HistoryFile.read(files(List.of(history)).toList()).stream()
                    .filter(event -> event.kind() == Kind.ENQUEUE)
                    .count();
            return Math.max(1, messages - (int) begun);
        }
    }

    Staff(String uri, Path folder, SplittableRandom random) {
        this.uri = uri;
        this.folder = folder;
        this.random = random;
    }

    private static Stream<Path> files(List<Path> histories) {
        return Stream.of(TestedQueue.values())
                .flatMap(queue -> histories.stream().map(queue::history));
    }

    Path newHistory(String name) {
        Path history = folder.resolve(name + ".history");
        histories.add(history);
        return history;
    }

    private ChildJvm hire(Class<?> main, String address, String name, Path history, String last) {
        ChildJvm child = ChildJvm.start(
                main, address, history.toString(), name, Integer.toString(random.nextInt(Integer.MAX_VALUE)), last);
        all.add(child);
        return child;
    }

    private ChildJvm hireWorker(String address, String name, Health health) {
        return hire(WorkerProcess.class, address, name, newHistory(name), health.name());
    }

    void addWorker() {
        workers.add(hireWorker(uri, "w" + all.size(), Health.AILING));
    }

    void addProducer(int messages) {
        String name = "p" + all.size();
        Path history = newHistory(name);
        producers.put(
                hire(ProducerProcess.class, uri, name, history, Integer.toString(messages)),
                new Job(messages, history));
    }

    /**
     * Workers that no fault befalls, once they are at work.
     *
     * @param address of the server itself
     */
    List<ChildJvm> workers(int count, String address, Health health) {
        List<ChildJvm> hired = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hired.add(hireWorker(address, "w" + all.size(), health));
        }
        hired.forEach(worker -> worker.awaitLine(WorkerProcess.READY));
        return hired;
    }

    ChildJvm anyWorker() {
        return workers.get(random.nextInt(workers.size()));
    }

    /** Kills a worker, and has another one begin. */
    void replaceWorker() {
        ChildJvm worker = anyWorker();
        worker.kill();
        workers.remove(worker);
        addWorker();
    }

    boolean isProducing() {
        return producers.keySet().stream().anyMatch(ChildJvm::isAlive);
    }

    /** Kills a producer that has something left to do, and has another one do the rest. */
    void replaceProducer() {
        for (Map.Entry<ChildJvm, Job> producer : List.copyOf(producers.entrySet())) {
            if (producer.getKey().isAlive()) {
                producer.getKey().kill();
                producers.remove(producer.getKey());
                addProducer(producer.getValue().left());
                return;
            }
        }
    }

    /** Kills the workers at the end, when all producers are done; fails if a process has ended that no fault has. */
    void killWorkers() {
        boolean failed = workers.stream().anyMatch(worker -> !worker.isAlive())
                || producers.keySet().stream().anyMatch(producer -> producer.awaitExit(TO_END) != 0);
        if (failed) {
            throw new IllegalStateException("a process has failed; all have printed:\n" + output());
        }
        workers.forEach(ChildJvm::kill);
    }

    /** How much all have written, as a measure of progress. */
    long written() {
        return files(histories).map(Path::toFile).mapToLong(File::length).sum();
    }

    /** What all have done with a queue. */
    List<Event> events(TestedQueue queue) {
        return HistoryFile.read(histories.stream().map(queue::history).toList());
    }

    /** The output of all processes, for a failure's message. */
    String output() {
        return String.join(
                "\n",
                all.stream()
                        .flatMap(child -> child.output().stream())
                        .limit(200)
                        .toList());
    }

    void dismiss(ChildJvm worker) {
        worker.terminate();
        worker.awaitExit(TO_END);
    }

    @Override
    public void close() {
        all.forEach(ChildJvm::close);
    }
}
