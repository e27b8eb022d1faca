package dev.carmine.it.engine;

import static dev.carmine.it.wire.RespBytes.raw;

/** What no server should send. */
enum Garbage {
    UNKNOWN_TYPE("Hello, this is not Redis\r\n"),
    ANOTHER_PROTOCOL("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
    BULK_OF_ABSURD_LENGTH("$99999999999999\r\n"),
    BULK_OF_NEGATIVE_LENGTH("$-2\r\n"),
    BULK_LONGER_THAN_IT_SAYS("$3\r\nfour\r\n"),
    ARRAY_OF_ABSURD_SIZE("*2000000000\r\n"),
    ENDLESS_LINE("+" + "x".repeat(100_000)),
    ENDLESS_NUMBER(":" + "1".repeat(100_000)),
    DEEP_NESTING("*1\r\n".repeat(1_000)),
    NO_NUMBER(":1x\r\n"),
    NO_BOOLEAN("#maybe\r\n"),
    LINE_FEED_ALONE("+OK\n+OK\r\n");

    private final String text;

    Garbage(String text) {
        this.text = text;
    }

    byte[] bytes() {
        return raw(text);
    }
}
