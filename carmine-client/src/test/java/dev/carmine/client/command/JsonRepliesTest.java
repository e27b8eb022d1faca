package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replies as they are documented for both protocols. In the frames, {@code |} stands for CRLF. */
class JsonRepliesTest {

    @Test
    void givesOneIntegerForEachMatch() {
        for (Command<?> command : List.of(
                Json.jsonArrappend("k", "$..a", "1"),
                Json.jsonArrindex("k", "$..a", "1"),
                Json.jsonArrinsert("k", "$..a", 0, "1"),
                Json.jsonArrlen("k", "$..a"),
                Json.jsonArrtrim("k", "$..a", 0, 1),
                Json.jsonObjlen("k", "$..a"),
                Json.jsonStrappend("k", "$..a", "\"b\""),
                Json.jsonStrlen("k", "$..a"))) {
            expect(command, "*3|:4|$-1|:-1|", "*3|:4|_|:-1|", Arrays.asList(4L, null, -1L));
            expect(command, "*0|", "*0|", List.of());
        }
        expect(Json.jsonDebugMemory("k", "$"), "*1|:81|", "*1|:81|", List.of(81L));
    }

    @Test
    void givesNullForAMissingKeyWhereTheModuleDoes() {
        for (Command<?> command : List.of(
                Json.jsonArrlen("k", "$"),
                Json.jsonObjlen("k", "$"),
                Json.jsonStrlen("k", "$"),
                Json.jsonObjkeys("k", "$"),
                Json.jsonGet("k"),
                Json.jsonGet("k", "$"))) {
            expect(command, "$-1|", "_|", null);
        }
    }

    @Test
    void tellsWhetherAPathLeadsAnywhere() {
        for (Command<?> command : List.of(Json.jsonMerge("k", "$.a", "1"), Json.jsonSet("k", "$.a", "1"))) {
            expect(command, "+OK|", "+OK|", true);
            expect(command, "$-1|", "_|", false);
        }
    }

    @Test
    void readsNumbersOfJsonTextAndOfNumbers() {
        List<@Nullable Number> numbers = Arrays.asList(null, 4L, 7.5, 1.0e30);
        for (Command<?> command : List.of(Json.jsonNumincrby("k", "$..a", 2), Json.jsonNummultby("k", "$..a", 0.5))) {
            expect(command, "$17|[null,4,7.5,1e30]|", "*4|_|:4|,7.5|,1e30|", numbers);
            expect(command, "$2|[]|", "*0|", List.of());
        }
    }

    @Test
    void readsTypesThatStandInOneMoreArrayOnResp3() {
        Command<?> command = Json.jsonType("k", "$..a");

        expect(command, "*2|$7|integer|$5|array|", "*1|*2|$7|integer|$5|array|", List.of("integer", "array"));
        expect(command, "*0|", "*1|*0|", List.of());
        expect(command, "$-1|", "*1|_|", null);
    }

    @Test
    void readsNamesForEachObject() {
        expect(
                Json.jsonObjkeys("k", "$..a"),
                "*2|*2|$1|x|$1|y|$-1|",
                "*2|*2|$1|x|$1|y|_|",
                Arrays.asList(List.of("x", "y"), null));
    }

    @Test
    void readsTextForEachKeyOrMatch() {
        expect(Json.jsonMget("$.a", "k1", "k2"), "*2|$3|[1]|$-1|", "*2|$3|[1]|_|", Arrays.asList("[1]", null));
        expect(Json.jsonArrpop("k", "$..a"), "*2|$3|\"b\"|$-1|", "*2|$3|\"b\"|_|", Arrays.asList("\"b\"", null));
        expect(Json.jsonGet("k"), "$7|{\"a\":1}|", "$7|{\"a\":1}|", "{\"a\":1}");
    }

    @Test
    void readsTruthValuesOfNumbers() {
        expect(Json.jsonToggle("k", "$..a"), "*3|:1|:0|$-1|", "*3|:1|:0|_|", Arrays.asList(true, false, null));
    }

    @Test
    void tellsWhetherItHasSet() {
        expect(Json.jsonSet("k", "$.a", "1"), "+OK|", "+OK|", true);
        expect(Json.jsonSet("k", "$.a", "1", JsonSetIf.PRESENT), "$-1|", "_|", false);
        expect(Json.jsonSet("k", "1"), "+OK|", "+OK|", "OK");
    }

    @Test
    void readsTheFormOfRespAsItIs() {
        expect(
                Json.jsonResp("k", "$"),
                "*1|*3|+{|$1|a|*2|+[|:1|",
                "*1|*3|+{|$1|a|*2|+[|:1|",
                List.of(List.of("{", "a", List.of("[", 1L))));
    }

    @Test
    void refusesTheRepliesToPathsOfTheOlderSyntax() {
        for (Command<?> command : List.of(Json.jsonNumincrby("k", "a", 1), Json.jsonType("k", "a"))) {
            assertThatThrownBy(() -> Frames.reply(command, "$1|5|"))
                    .isInstanceOf(CarmineProtocolException.class)
                    .hasMessageContaining("a path that begins with $");
        }
    }

    private static void expect(Command<?> command, String resp2, String resp3, @Nullable Object expected) {
        assertThat((Object) Frames.reply(command, resp2)).as(command.name()).isEqualTo(expected);
        assertThat((Object) Frames.reply(command, resp3)).as(command.name()).isEqualTo(expected);
    }
}
