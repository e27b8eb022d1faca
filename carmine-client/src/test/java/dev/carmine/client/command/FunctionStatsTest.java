package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionStatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*4|$14|running_script|*6|$4|name|$1|f|$7|command|*3|$5|FCALL|$1|f|$1|0|$11|duration_ms|:1500|"
                        + "$7|engines|*2|$3|LUA|*4|$15|libraries_count|:1|$15|functions_count|:2|",
                "%2|$14|running_script|%3|$4|name|$1|f|$7|command|*3|$5|FCALL|$1|f|$1|0|$11|duration_ms|:1500|"
                        + "$7|engines|%1|$3|LUA|%2|$15|libraries_count|:1|$15|functions_count|:2|"
            })
    void theFunctionThatIsRunningIsTold(String reply) {
        assertThat(Frames.reply(Functions.functionStats(), reply))
                .isEqualTo(new FunctionStats(
                        new FunctionStats.Running("f", List.of("FCALL", "f", "0"), Duration.ofMillis(1500)),
                        Map.of("LUA", new FunctionStats.Engine(1, 2))));
    }
}
