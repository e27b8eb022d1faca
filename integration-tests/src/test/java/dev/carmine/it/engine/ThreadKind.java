package dev.carmine.it.engine;

import java.lang.System.Logger.Level;
import org.junit.jupiter.api.Assumptions;

/** The kinds of threads that call a client. */
enum ThreadKind {
    PLATFORM {
        @Override
        Thread unstarted(Runnable task) {
            Thread thread = new Thread(task, "caller");
            thread.setDaemon(true);
            return thread;
        }
    },
    /** From JDK 21 on; a test that asks for one on an older JDK is skipped. */
    VIRTUAL {
        @Override
        Thread unstarted(Runnable task) {
            try {
                Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
                return (Thread) Class.forName("java.lang.Thread$Builder")
                        .getMethod("unstarted", Runnable.class)
                        .invoke(builder, task);
            } catch (ReflectiveOperationException e) {
                String reason = "needs virtual threads, which came with JDK 21; this is " + Runtime.version();
                System.getLogger(ThreadKind.class.getName()).log(Level.WARNING, "SKIPPED: {0}", reason);
                return Assumptions.abort(reason);
            }
        }
    };

    /** A thread that has not begun. */
    abstract Thread unstarted(Runnable task);
}
