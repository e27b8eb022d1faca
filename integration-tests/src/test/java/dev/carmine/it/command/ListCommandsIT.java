package dev.carmine.it.command;

import static dev.carmine.client.command.ListSide.LEFT;
import static dev.carmine.client.command.ListSide.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.KeyedElement;
import dev.carmine.client.command.KeyedElements;
import dev.carmine.client.command.ListPosition;
import dev.carmine.client.command.LmovemArgs;
import dev.carmine.client.command.LposArgs;
import dev.carmine.client.command.SyncLists;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class ListCommandsIT extends CommandContract {
    private static final Duration MOMENT = Duration.ofMillis(10);

    ListCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncLists.class, face, resp, server);
    }

    @Test
    void elementsAreAddedAtBothEndsAndRead() {
        assertThat(redis.rpush("ends", "b", "c")).isEqualTo(2);
        assertThat(redis.lpush("ends", "a")).isEqualTo(3);
        assertThat(redis.rpushx("ends", "d")).isEqualTo(4);
        assertThat(redis.lpushx("ends", "0")).isEqualTo(5);
        assertThat(redis.lpushx("ends:none", "x")).isZero();
        assertThat(redis.rpushx("ends:none", "x")).isZero();
        assertThat(redis.llen("ends")).isEqualTo(5);
        assertThat(redis.lrange("ends", 0, -1)).containsExactly("0", "a", "b", "c", "d");
        assertThat(redis.lindex("ends", -1)).isEqualTo("d");
        assertThat(redis.lindex("ends", 9)).isNull();
        assertThat(redis.lrange("ends:none", 0, -1)).isEmpty();
    }

    @Test
    void elementsAreTakenFromBothEnds() {
        redis.rpush("take", "a", "b", "c", "d", "e");
        assertThat(redis.lpop("take")).isEqualTo("a");
        assertThat(redis.rpop("take")).isEqualTo("e");
        assertThat(redis.lpop("take", 2)).containsExactly("b", "c");
        assertThat(redis.rpop("take", 2)).containsExactly("d");
        assertThat(redis.lpop("take")).isNull();
        assertThat(redis.rpop("take")).isNull();
        assertThat(redis.lpop("take", 2)).isNull();
        assertThat(redis.rpop("take", 2)).isNull();
    }

    @Test
    void elementsAreFoundChangedAndRemoved() {
        redis.rpush("edit", "a", "b", "a", "c", "a");
        assertThat(redis.lpos("edit", "c")).isEqualTo(3);
        assertThat(redis.lpos("edit", "x")).isNull();
        assertThat(redis.linsert("edit", ListPosition.BEFORE, "c", "i")).isEqualTo(6);
        assertThat(redis.linsert("edit", ListPosition.AFTER, "none", "i")).isEqualTo(-1);
        assertThat(redis.lset("edit", 1, "B")).isEqualTo("OK");
        assertThat(redis.lrem("edit", 2, "a")).isEqualTo(2);
        assertThat(redis.lrange("edit", 0, -1)).containsExactly("B", "i", "c", "a");
        assertThat(redis.ltrim("edit", 1, 2)).isEqualTo("OK");
        assertThat(redis.lrange("edit", 0, -1)).containsExactly("i", "c");
    }

    @Test
    void elementsMoveBetweenLists() {
        redis.rpush("from", "a", "b");
        assertThat(redis.lmove("from", "to", LEFT, RIGHT)).isEqualTo("a");
        assertThat(redis.blmove("from", "to", RIGHT, LEFT, MOMENT)).isEqualTo("b");
        assertThat(redis.lrange("to", 0, -1)).containsExactly("b", "a");
        assertThat(redis.lmove("from", "to", LEFT, RIGHT)).isNull();
        assertThat(redis.blmove("from", "to", LEFT, RIGHT, MOMENT)).isNull();
    }

    @Test
    void blockingCommandsTakeWhatIsThereOrWaitForIt() {
        redis.rpush("block:2", "a", "b");
        assertThat(redis.blpop(MOMENT, "block:1", "block:2")).isEqualTo(new KeyedElement<>("block:2", "a"));
        assertThat(redis.brpop(MOMENT, "block:1", "block:2")).isEqualTo(new KeyedElement<>("block:2", "b"));
        assertThat(redis.blpop(MOMENT, "block:1", "block:2")).isNull();
        assertThat(redis.brpop(MOMENT, "block:1", "block:2")).isNull();
    }

    @Test
    void severalEqualElementsAreFound() {
        redis.rpush("equal", "a", "b", "a", "c", "a");
        assertThat(redis.lpos("equal", "a", LposArgs.rank(-1))).isEqualTo(4);
        assertThat(redis.lpos("equal", "a", LposArgs.rank(2).maxlen(2))).isNull();
        assertThat(redis.lpos("equal", "a", 2)).containsExactly(0L, 2L);
        assertThat(redis.lpos("equal", "a", 0, LposArgs.rank(-2))).containsExactly(2L, 0L);
        assertThat(redis.lpos("equal", "z", 1)).isEmpty();
        assertThat(redis.lpos("equal:none", "a", 0)).isEmpty();
    }

    @Test
    @SinceRedis("7.0")
    void elementsAreTakenFromTheFirstListThatHasAny() {
        redis.rpush("several", "a", "b", "c", "d", "e", "f");
        assertThat(redis.lmpop(LEFT, "none", "several")).isEqualTo(new KeyedElements<>("several", List.of("a")));
        assertThat(redis.lmpop(RIGHT, 2, "several")).isEqualTo(new KeyedElements<>("several", List.of("f", "e")));
        assertThat(redis.blmpop(MOMENT, LEFT, "several")).isEqualTo(new KeyedElements<>("several", List.of("b")));
        assertThat(redis.blmpop(MOMENT, LEFT, 9, "none", "several"))
                .isEqualTo(new KeyedElements<>("several", List.of("c", "d")));
        assertThat(redis.lmpop(LEFT, "none", "several")).isNull();
        assertThat(redis.blmpop(MOMENT, LEFT, "none", "several")).isNull();
    }

    @Test
    void elementsMoveFromTheTailToTheHeadOfAnother() {
        redis.rpush("from", "a", "b");
        assertThat(redis.rpoplpush("from", "to")).isEqualTo("b");
        assertThat(redis.brpoplpush("from", "to", MOMENT)).isEqualTo("a");
        assertThat(redis.lrange("to", 0, -1)).containsExactly("a", "b");
        assertThat(redis.rpoplpush("from", "to")).isNull();
        assertThat(redis.brpoplpush("from", "to", MOMENT)).isNull();
    }

    @Test
    @SinceRedis("8.10")
    void severalElementsMoveAtOnce() {
        redis.rpush("from", "a", "b", "c", "d", "e");
        assertThat(redis.lmovem("from", "to", LEFT, LEFT, LmovemArgs.exactly(2)))
                .containsExactly("a", "b");
        assertThat(redis.blmovem(
                        "from", "to", LEFT, LEFT, MOMENT, LmovemArgs.upTo(2).oneByOne()))
                .containsExactly("d", "c");
        assertThat(redis.lrange("to", 0, -1)).containsExactly("d", "c", "a", "b");
        assertThat(redis.lmovem("from", "to", LEFT, LEFT, LmovemArgs.exactly(2)))
                .isNull();
        assertThat(redis.blmovem("from", "to", LEFT, LEFT, MOMENT, LmovemArgs.exactly(2)))
                .isNull();
        assertThat(redis.lmovem("none", "to", LEFT, LEFT, LmovemArgs.upTo(2))).isEmpty();
    }

    @Override
    Set<String> notHere() {
        return server.redisLevel().isAtLeast("8.10") ? Set.of() : Set.of("lmovem", "blmovem");
    }
}
