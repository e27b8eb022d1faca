package dev.carmine.it.fake;

import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.util.List;

/** How a {@link FakeServer} takes HELLO. */
public enum Hello implements Answer {
    /** Like Redis 6 and later: it speaks RESP2 and RESP3. */
    ACCEPTED {
        @Override
        byte[] reply(int connection, List<String> words) {
            boolean resp3 = words.size() > 1 && words.get(1).equals("3");
            byte[][] fields = fields(resp3 ? 3 : 2, connection);
            return resp3 ? RespBytes.map(fields) : RespBytes.array(fields);
        }
    },
    /** Like Redis 5, or a command renamed away. */
    UNKNOWN_COMMAND {
        @Override
        byte[] reply(int connection, List<String> words) {
            return RespBytes.error("ERR unknown command 'HELLO', with args beginning with: '3' ");
        }
    },
    /** Like a server that knows HELLO, but not version 3. */
    NO_RESP3 {
        @Override
        byte[] reply(int connection, List<String> words) {
            return RespBytes.error("NOPROTO unsupported protocol version");
        }
    },
    /** Like a managed service whose rules forbid HELLO. */
    NO_PERMISSION {
        @Override
        byte[] reply(int connection, List<String> words) {
            return RespBytes.error("NOPERM this user has no permissions to run the 'hello' command");
        }
    },
    /** Like any server that was given a wrong password within HELLO. */
    WRONG_PASSWORD {
        @Override
        byte[] reply(int connection, List<String> words) {
            return RespBytes.error("WRONGPASS invalid username-password pair or user is disabled.");
        }
    };

    abstract byte[] reply(int connection, List<String> words);

    @Override
    public void give(FakeConnection connection, List<String> words) throws IOException {
        connection.send(reply(connection.number(), words));
    }

    private static byte[][] fields(int protocol, int connection) {
        return new byte[][] {
            RespBytes.bulk("server"), RespBytes.bulk("redis"),
            RespBytes.bulk("version"), RespBytes.bulk("7.4.0"),
            RespBytes.bulk("proto"), RespBytes.integer(protocol),
            RespBytes.bulk("id"), RespBytes.integer(connection),
            RespBytes.bulk("mode"), RespBytes.bulk("standalone"),
            RespBytes.bulk("role"), RespBytes.bulk("master"),
            RespBytes.bulk("modules"), RespBytes.array()
        };
    }
}
