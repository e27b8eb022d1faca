package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.carmine.client.Frames;
import dev.carmine.client.command.Keys;
import dev.carmine.client.command.Strings;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class CommandSpecTest {
    private static final int OBJECT_ALIGNMENT = 8;
    private static final int ARRAY_HEADER = 16;

    /** Five references and a boolean behind a header of 12 bytes. */
    private static final int COMMAND = 32;

    @Test
    void sharesTheBytesOfCommandsWithoutArguments() {
        assertThat(EncodedCommand.of(Keys.randomkey()).bytes())
                .isSameAs(EncodedCommand.of(Keys.randomkey()).bytes());
        assertThat(Frames.words(Keys.randomkey())).containsExactly("RANDOMKEY");
    }

    @Test
    void encodesTextAndBytesAlike() {
        assertThat(EncodedCommand.of(Strings.set("k", "v")).bytes())
                .isEqualTo(EncodedCommand.of(Strings.set("k", new byte[] {'v'})).bytes())
                .asString()
                .isEqualTo("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n");
    }

    @Test
    void countsTheWordsOfSubcommands() {
        assertThat(EncodedCommand.of(Keys.objectEncoding("k")).bytes())
                .asString()
                .isEqualTo("*3\r\n$6\r\nOBJECT\r\n$8\r\nENCODING\r\n$1\r\nk\r\n");
    }

    @Test
    void allocatesNothingForOneKeyButTheCommandAndItsBytes() {
        int commands = 1_000;
        int length = EncodedCommand.of(Strings.get("user:1")).bytes().length;
        int array = (ARRAY_HEADER + length + OBJECT_ALIGNMENT - 1) / OBJECT_ALIGNMENT * OBJECT_ALIGNMENT;
        Object[] kept = new Object[commands];
        get(kept);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        get(kept);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // Some slack for what the measurement itself allocates.
        assertThat(allocated).isLessThan((long) commands * (COMMAND + array) + 1_000);
    }

    private static void get(Object[] kept) {
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Strings.get("user:1");
        }
    }
}
