package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are what the servers named have answered. */
class CarmineServerExceptionTest {
    @Test
    void keepsTheServersMessageWhole() {
        CarmineServerException e = new CarmineServerException("WRONGTYPE", "GET: WRONGTYPE Operation against a key");

        assertThat(e).hasMessage("GET: WRONGTYPE Operation against a key").hasNoCause();
        assertThat(e.code()).isEqualTo("WRONGTYPE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ERR       | @user_script:1: ERR value is not an integer or out of range
                    WRONGTYPE | @user_script:1: WRONGTYPE Operation against a key holding the wrong kind of value
                    WRONGTYPE | @user_script:27: WRONGTYPE Operation against a key holding the wrong kind of value
                    OOM       | @user_script:1: @user_script: 1: -OOM command not allowed when used memory > 'maxmemory'.
                    NOREPLICAS | @user_script:1: @user_script: 1: -NOREPLICAS Not enough good replicas to write.
                    READONLY  | @user_script:1: @user_script: 1: -READONLY You can't write against a read only replica.
                    ERR       | @user_script:1: @user_script: 1: Unknown Redis command called from Lua script
                    ERR       | @user_script:1: @user_script: 1: This Redis command is not allowed from scripts
                    ERR       | @user_script:1: @user_script: 1: The user executing the script can't run this command or subcommand
                    ERR       | @user_script:1: user_script:1: boom
                    ERR       | @user_script:1: user_script:1: Script attempted to access nonexistent global variable 'nosuch'
                    ERR       | @user_script:1: Script killed by user with SCRIPT KILL...
                    ERR       | @err_handler_def:9: err_handler_def:9: attempt to concatenate local 'err' (a table value)
                    """)
    void findsTheCodeThatRedis62HasWrapped(String code, String inside) {
        String message = "ERR Error running script (call to f_c0f4e07d13acc8c1c810243d737b96cf873d836e): " + inside;

        assertThat(received(message).code()).isEqualTo(code);
    }

    /** A script of the user's may raise any text, which is no code of the server's. */
    @Test
    void doesNotTakeTheWordsOfAScriptForACode() {
        assertThat(received("ERR Error running script (call to f_097fc322): @user_script:1: user_script:1:"
                                + " WRONGTYPE Operation against a key holding the wrong kind of value")
                        .code())
                .isEqualTo("ERR");
        assertThat(received("ERR no script: Error running script (call to it): WRONGTYPE it is")
                        .code())
                .isEqualTo("ERR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ERR        | ERR value is not an integer or out of range script: 6163, on @user_script:1.
                    WRONGTYPE  | WRONGTYPE Operation against a key holding the wrong kind of value script: c0f4, on @user_script:1.
                    OOM        | OOM command not allowed when used memory > 'maxmemory'. script: bd6f, on @user_script:1.
                    READONLY   | READONLY You can't write against a read only replica. script: bd6f, on @user_script:1.
                    MASTERDOWN | MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.
                    ERR        | ERR Unknown Redis command called from script script: 7ae0, on @user_script:1.
                    ERR        | ERR ACL failure in script: User bob has no permissions to run the 'set' command script: bd6f, on @user_script:1.
                    ERR        | ERR user_script:1: boom script: 8290, on @user_script:1.
                    ERR        | ERR user_script:1: WRONGTYPE Operation against a key holding the wrong kind of value script: 097f, on @user_script:1.
                    MYCODE     | MYCODE something script: 5bbd, on @user_script:1.
                    """)
    void takesTheCodeOfNewerServersAsItIs(String code, String message) {
        assertThat(received(message).code()).isEqualTo(code);
    }

    /** As the client makes it of an error reply. */
    private static CarmineServerException received(String message) {
        return new CarmineServerException(message.substring(0, message.indexOf(' ')), "EVAL: " + message);
    }
}
