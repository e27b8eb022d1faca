package dev.carmine.generator;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** One way of running commands: its words, and what becomes of a {@code Command<T>} in it. */
enum Face {
    /** The caller waits: {@code Command<Long>} becomes {@code long}. */
    SYNC("Sync", "call", "each of which waits for its reply") {
        @Override
        String result(TypeMirror type, TypeText types, SourceFile file) {
            String primitive = type instanceof DeclaredType declared
                            && declared.getAnnotationMirrors().isEmpty()
                            && declared.asElement() instanceof TypeElement element
                    ? PRIMITIVES.get(element.getQualifiedName().toString())
                    : null;
            return primitive != null ? primitive : types.of(type);
        }

        @Override
        String anyResult(SourceFile file) {
            return "T";
        }

        @Override
        List<String> handwritten() {
            return List.of(Names.SWAPS);
        }

        @Override
        String callJavadoc() {
            return """
                    Runs a command and waits for its reply.

                    @param command any command
                    @param <T> what its reply becomes
                    @return what the reply has become
                    @throws dev.carmine.client.CarmineException if there is no reply, or it is an error
                    """;
        }
    },

    /** The caller does not wait: {@code Command<Long>} becomes {@code CompletableFuture<Long>}. */
    ASYNC("Async", "callAsync", "each of which gives a future of its reply") {
        @Override
        String result(TypeMirror type, TypeText types, SourceFile file) {
            return file.use(Names.FUTURE) + "<" + types.of(type) + ">";
        }

        @Override
        String anyResult(SourceFile file) {
            return file.use(Names.FUTURE) + "<T>";
        }

        @Override
        String callJavadoc() {
            return """
                    Runs a command without waiting for its reply.

                    @param command any command
                    @param <T> what its reply becomes
                    @return a future of what the reply becomes; it fails with a
                        {@link dev.carmine.client.CarmineException} if there is no reply, or it is an error
                    """;
        }
    },

    /** The command waits for others: {@code Command<Long>} becomes {@code Reply<Long>}. */
    PIPELINE("Pipeline", "add", "each of which is sent later, together with others") {
        @Override
        String result(TypeMirror type, TypeText types, SourceFile file) {
            return file.use(Names.REPLY) + "<" + types.of(type) + ">";
        }

        @Override
        String anyResult(SourceFile file) {
            return file.use(Names.REPLY) + "<T>";
        }

        @Override
        String callJavadoc() {
            return """
                    Adds a command to what is sent together.

                    @param command any command
                    @param <T> what its reply becomes
                    @return the reply, readable after the sending
                    """;
        }
    };

    private static final Map<String, String> PRIMITIVES = Map.of(
            "java.lang.Boolean", "boolean",
            "java.lang.Double", "double",
            "java.lang.Integer", "int",
            "java.lang.Long", "long");

    private final String prefix;
    private final String caller;
    private final String manner;

    Face(String prefix, String caller, String manner) {
        this.prefix = prefix;
        this.caller = caller;
        this.manner = manner;
    }

    /** The interface of a group: {@code SyncStrings}. */
    String groupInterface(Group group) {
        return prefix + group.name();
    }

    /** The interface of all groups: {@code SyncCommands}. */
    String allInterface() {
        return prefix + "Commands";
    }

    /** The method that takes any command: {@code call}. */
    String caller() {
        return caller;
    }

    /** What its methods have in common, as the end of a sentence. */
    String manner() {
        return manner;
    }

    /** Interfaces of methods that are no commands, which the interface of all groups extends where there are values. */
    List<String> handwritten() {
        return List.of();
    }

    /** What a method returns for a factory whose replies become this type. */
    abstract String result(TypeMirror type, TypeText types, SourceFile file);

    /** What {@link #caller} returns for a {@code Command<T>}. */
    abstract String anyResult(SourceFile file);

    /** The comment of {@link #caller}. */
    abstract String callJavadoc();
}
