package dev.carmine.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisUriTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    redis://localhost,                       localhost,   6379, -,        -,         0
                    REDIS://localhost,                       localhost,   6379, -,        -,         0
                    redis://localhost/,                      localhost,   6379, -,        -,         0
                    redis://redis.example.com:6380,          redis.example.com, 6380, -,  -,         0
                    redis://10.0.0.1:1/15,                   10.0.0.1,    1,    -,        -,         15
                    redis://host:65535/2147483647,           host,        65535, -,       -,         2147483647
                    redis://host:06379/007,                  host,        6379, -,        -,         7
                    redis://[::1],                           ::1,         6379, -,        -,         0
                    redis://[::1]:7000/2,                    ::1,         7000, -,        -,         2
                    redis://[fe80::1%25eth0],                fe80::1%25eth0, 6379, -,     -,         0
                    redis://:secret@host,                    host,        6379, -,        secret,    0
                    redis://ann:secret@host:7000/1,          host,        7000, ann,      secret,    1
                    redis://ann:secret@[::1]:7000,           ::1,         7000, ann,      secret,    0
                    redis://ann:se:cr:et@host,               host,        6379, ann,      se:cr:et,  0
                    redis://ann:se/cr@et@host/3,             host,        6379, ann,      se/cr@et,  3
                    redis://a%40b:s%3Ae%2Fc%25r%3Ft%23@host, host,        6379, a@b,      s:e/c%r?t#, 0
                    redis://ann:a+b%2Bc@host,                host,        6379, ann,      a+b+c,     0
                    redis://m%C3%BCller:%F0%9F%94%91@host,   host,        6379, müller,   🔑,        0
                    redis://ann:@host,                       host,        6379, ann,      '',        0
                    """)
    void isParsed(String uri, String host, int port, @Nullable String user, @Nullable String password, int database) {
        assertThat(RedisUri.parse(uri))
                .isEqualTo(
                        new RedisUri(new Endpoint.Tcp(host, port), false, user, password, database, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    redis+unix:///run/redis.sock,                     /run/redis.sock, -,   -,       0
                    REDIS+UNIX:///run/redis.sock?,                    /run/redis.sock, -,   -,       0
                    redis+unix:///run/redis.sock?database=7,          /run/redis.sock, -,   -,       7
                    redis+unix://:secret@/run/redis.sock,             /run/redis.sock, -,   secret,  0
                    redis+unix://ann:s%2Fe@cret@/a@b/c:d.sock,        /a@b/c:d.sock,   ann, s/e@cret, 0
                    redis+unix:///run/my%20redis%3F%23%25+.sock,      /run/my redis?#%+.sock, -, -,  0
                    """)
    void namesAUnixSocket(String uri, String path, @Nullable String user, @Nullable String password, int database) {
        assertThat(RedisUri.parse(uri))
                .isEqualTo(new RedisUri(
                        new Endpoint.Unix(Path.of(path)), false, user, password, database, null, null, null));
    }

    @Test
    void hasParameters() {
        RedisUri uri =
                RedisUri.parse("redis://host?database=3&clientName=orders%2D1&connectTimeout=2m&commandTimeout=500ms");

        assertThat(uri)
                .isEqualTo(new RedisUri(
                        new Endpoint.Tcp("host", 6379),
                        false,
                        null,
                        null,
                        3,
                        "orders-1",
                        Duration.ofMinutes(2),
                        Duration.ofMillis(500)));
        assertThat(RedisUri.parse("redis://host?commandTimeout=7s").commandTimeout())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                  | it must begin with redis://
                    localhost:6379                      | it must begin with redis://
                    redis:localhost                     | it must begin with redis://
                    http://host                         | the scheme must be redis, rediss, valkey, valkeys or redis+unix
                    ://host                             | the scheme must be redis, rediss, valkey, valkeys or redis+unix
                    redis+unix://                       | a socket needs an absolute path: redis+unix:///path
                    redis+unix://run/redis.sock         | a socket needs an absolute path: redis+unix:///path
                    redis+unix://:hunter2@run/redis     | a socket needs an absolute path: redis+unix:///path
                    redis+unix://:hunter2/x@/redis      | a slash in the password is written %2F
                    redis+unix://hunter2@/redis         | there is a user without a password
                    redis+unix:///run/%zz               | a percent sign in path is not followed
                    redis+unix:///run/%00               | the path is not one of this system
                    redis+unix:///run/redis.sock#x      | it has no fragment; write # as %23
                    redis://                            | the host is missing
                    redis://:6379                       | the host is missing
                    redis:///0                          | the host is missing
                    redis://:hunter2@                   | the host is missing
                    redis://:hunter2@:6379              | the host is missing
                    redis://[]                          | the host is missing
                    redis://host:                       | the port is not a number
                    redis://host:http                   | the port is not a number
                    redis://host:-1                     | the port is not a number
                    redis://host:+1                     | the port is not a number
                    redis://host:٣                      | the port is not a number
                    redis://host:0                      | the port must be from 1 to 65535
                    redis://host:65536                  | the port must be from 1 to 65535
                    redis://host:99999999999            | the port is not a number
                    redis://host/db                     | the database is not a number
                    redis://host/-1                     | the database is not a number
                    redis://host/0/1                    | the database is not a number
                    redis://host/2147483648             | the database must be from 0 to 2147483647
                    redis://::1                         | an IPv6 address must stand in brackets
                    redis://fe80::1:6379                | an IPv6 address must stand in brackets
                    redis://[::1                        | the bracket around the IPv6 address is not closed
                    redis://[::1]6379                   | the bracket around the IPv6 address is not closed
                    redis://[::1]:                      | the port is not a number
                    redis://hunter2@host                | there is a user without a password
                    redis://:hunter2%@host              | a percent sign in user or password is not followed
                    redis://:hunter2%4@host             | a percent sign in user or password is not followed
                    redis://:hunter2%zz@host            | a percent sign in user or password is not followed
                    redis://%-1:hunter2@host            | a percent sign in user or password is not followed
                    redis://:hunter2?x@host             | write ? in a password as %3F
                    redis://:x?y=hunter2@host           | write ? in a password as %3F
                    redis://host?y=hunter2@host         | and @ in a parameter as %40
                    redis://:hunter2#@host              | it has no fragment; write # as %23
                    redis://host?timeout=1s             | known are clientName, commandTimeout, connectTimeout, database
                    redis://host?ClientName=x           | there is an unknown parameter
                    redis://host?clientName             | a parameter is not of the form name=value
                    redis://host?=x                     | a parameter is not of the form name=value
                    redis://host?database=1&            | a parameter is not of the form name=value
                    redis://host?database=1&database=1  | a parameter is given twice
                    redis://host/1?database=1           | the database stands both in the path and in the parameters
                    redis://host?database=x             | the database is not a number
                    redis://:hunter2%FF@host            | what is percent-encoded in user or password is not UTF-8
                    redis://host?clientName=%zz         | a percent sign in a parameter is not followed
                    redis://host?commandTimeout=5       | commandTimeout must be a whole number with a unit
                    redis://host?connectTimeout=1.5s    | connectTimeout must be a whole number with a unit
                    redis://host?connectTimeout=-1s     | connectTimeout must be a whole number with a unit
                    redis://host?connectTimeout=5h      | such as 500ms, 5s or 1m
                    redis://host?connectTimeout=0ms     | connectTimeout must be at least 1ms
                    redis://host?commandTimeout=0m      | commandTimeout must be at least 1ms
                    redis://host?clientName=a%20b       | clientName must consist of visible ASCII characters without blanks
                    redis://host?clientName=            | clientName must consist of visible ASCII characters without blanks
                    """)
    void isRefusedWithAdviceAndWithoutSecrets(String uri, String advice) {
        assertThatThrownBy(() -> RedisUri.parse(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("malformed URI: ")
                .hasMessageContaining(advice)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    redis://h1:6379,h2:6379               | one host only: Sentinel and Cluster are not supported yet
                    rediss://:hunter2@a,b/0               | one host only: Sentinel and Cluster are not supported yet
                    redis://[::1]:6379,[::2]:6379         | one host only: Sentinel and Cluster are not supported yet
                    redis-sentinel://:hunter2@h:1,h:2/0#m | one host only: Sentinel and Cluster are not supported yet
                    redis+sentinel://host                 | one host only: Sentinel and Cluster are not supported yet
                    Redis-Cluster://host                  | one host only: Sentinel and Cluster are not supported yet
                    redis-socket://hunter2@/run/redis     | a unix socket is named by redis+unix:///path
                    """)
    void isRefusedIfOnlyOtherClientsHaveIt(String uri, String advice) {
        assertThatThrownBy(() -> RedisUri.parse(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("unsupported URI: " + advice);
    }

    @Test
    void mayNameValkey() {
        assertThat(RedisUri.parse("valkey://:secret@host/1")).isEqualTo(RedisUri.parse("redis://:secret@host/1"));
        assertThat(RedisUri.parse("VALKEYS://host:7000")).isEqualTo(RedisUri.parse("rediss://host:7000"));
    }

    @ParameterizedTest
    @CsvSource({
        "redis://host, redis://host:6379/0",
        "redis://:secret@host/3, redis://***@host:6379/3",
        "REDISS://:secret@host, rediss://***@host:6379/0",
        "redis+unix://ann:secret@/run/redis.sock, redis+unix://***@/run/redis.sock?database=0",
        "redis://ann:secret@[::1]:7000, redis://***@[::1]:7000/0"
    })
    void isShownWithoutUserAndPassword(String uri, String shown) {
        assertThat(RedisUri.parse(uri)).hasToString(shown);
    }

    @Test
    void isReadTheSameFromWhatItShows() {
        RedisUri uri = RedisUri.parse("redis://[::1]:7000/3");

        assertThat(RedisUri.parse(uri.toString())).isEqualTo(uri);
    }
}
