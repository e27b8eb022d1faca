package dev.carmine.it.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One Java source file.
 *
 * @param path where it is, relative to the root of the source tree
 * @param text all of it
 */
record JavaSource(Path path, String text) {
    /** Comments, text blocks, strings and characters; possessive, because files are long and stacks are not. */
    private static final Pattern NOT_CODE = Pattern.compile("//[^\n]*+"
            + "|/\\*(?s:.*?)\\*/"
            + "|\"\"\"(?s:.*?)(?<!\\\\)\"\"\""
            + "|\"(?:[^\"\\\\\n]++|\\\\.)*+\""
            + "|'(?:[^'\\\\\n]++|\\\\.)*+'");

    // module/src/set/java/package/File.java
    private static final int SOURCE_SET_DEPTH = 2;
    private static final int SOURCE_ROOT_DEPTH = 4;

    private static final Pattern NOT_NEWLINE = Pattern.compile("[^\n]++");

    /** The module it belongs to, by folder name. */
    String module() {
        return path.getName(0).toString();
    }

    /** Whether it is part of what the module is for, as opposed to its tests. */
    boolean isMain() {
        return path.getName(SOURCE_SET_DEPTH).toString().equals("main");
    }

    /** Whether it is kept as data, and not compiled with the module. */
    boolean isResource() {
        return !path.getName(SOURCE_SET_DEPTH + 1).toString().equals("java");
    }

    /** Its package, taken from its path; empty for a module descriptor. */
    String packageName() {
        int file = path.getNameCount() - 1;
        return file == SOURCE_ROOT_DEPTH
                ? ""
                : path.subpath(SOURCE_ROOT_DEPTH, file).toString().replace('/', '.');
    }

    /** Whether it declares types, rather than describing a package or module. */
    boolean declaresTypes() {
        return !path.endsWith("package-info.java") && !path.endsWith("module-info.java");
    }

    /** The text without comments and literals; line numbers stay as they are. */
    String code() {
        return NOT_CODE.matcher(text)
                .replaceAll(match -> " " + NOT_NEWLINE.matcher(match.group()).replaceAll(""));
    }

    int lineCount() {
        return (int) text.lines().count();
    }

    /** The lines whose code matches, each with its place. */
    List<String> linesMatching(Pattern pattern) {
        List<String> lines = text.lines().toList();
        List<String> codeLines = code().lines().toList();
        return IntStream.range(0, codeLines.size())
                .filter(i -> pattern.matcher(codeLines.get(i)).find())
                .mapToObj(i -> path + ":" + (i + 1) + ": " + lines.get(i).strip())
                .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
