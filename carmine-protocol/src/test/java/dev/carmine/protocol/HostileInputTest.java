package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.inPiecesOf;
import static dev.carmine.protocol.Feeds.inRandomPieces;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileInputTest {

    private static final String[] FRAGMENTS = {
        "\r\n",
        "\r",
        "\n",
        "+",
        "-",
        ":",
        "$",
        "*",
        "%",
        "~",
        ">",
        "|",
        "#",
        "_",
        "(",
        ",",
        "=",
        "!",
        ";",
        ".",
        "?",
        "0",
        "1",
        "2",
        "3",
        "-1",
        "9",
        "99999",
        "4294967297",
        "+a\r\n",
        ":1\r\n",
        "$1\r\nx\r\n",
        "*0\r\n",
        "*1\r\n",
        "*2\r\n",
        "%1\r\n",
        "|1\r\n",
        "|0\r\n",
        "*?\r\n",
        "%?\r\n",
        "~?\r\n",
        ".\r\n",
        ".\r\n",
        "$?\r\n",
        ";1\r\nx\r\n",
        ";0\r\n",
        ">1\r\n",
        "#t\r\n",
        "_\r\n",
        ",1.5\r\n",
        "(12\r\n",
        "=5\r\ntxt:x\r\n",
        "!3\r\nERR\r\n",
        "inf",
        "e",
        "x",
        "t",
        "\0",
        "\u00ff",
        "$32768\r\n",
        "$100000\r\n"
    };

    @Test
    void fragmentsOfProtocolInAnyOrder() {
        Random random = Seeds.random("fragments");
        for (int round = 0; round < 10_000; round++) {
            StringBuilder stream = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                stream.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            }
            byte[] bytes = Feeds.bytes(stream.toString());
            HostileInput.check(inPiecesOf(1 + random.nextInt(3), bytes));
        }
    }

    @Test
    void goodFramesWithBytesChanged() {
        Random random = Seeds.random("changed bytes");
        RandomValues values = new RandomValues(random);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = Feeds.join(
                    RespValueWriter.resp3().encode(values.frame()),
                    RespValueWriter.streamed(3).encode(values.frame()));
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) (random.nextBoolean() ? random.nextInt() : FRAGMENTS[random.nextInt(20)].charAt(0));
            }
            HostileInput.check(inRandomPieces(random, bytes));
        }
    }
}
