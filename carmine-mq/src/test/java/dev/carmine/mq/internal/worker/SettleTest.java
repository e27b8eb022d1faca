package dev.carmine.mq.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.mq.internal.MessageRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettleTest {
    /** What the script is told of a message that was handed out so long after it was enqueued. */
    private static Object absenceOfOneThatIs(Duration age) {
        String fence = String.format("%016d", age.toMillis() * 1_000);
        MessageRecord record =
                MessageRecord.parse("l--" + fence + "000001" + "000000" + "worker000000" + ":1:0:0:1:0:0:0:0:");
        Grant grant = new Grant("a", record, Grants.TERM, new byte[] {1}, 0);
        Lease lease = new Lease(grant, 0, new Clock(() -> 0), new Lease.Keeper() {
            @Override
            public boolean extend(Lease which, long millis) {
                return true;
            }

            @Override
            public void progressed() {}
        });
        return Settle.left(lease).words().get(1);
    }

    @Test
    void whatIsLeftToOthersComesBackAfterATenthOfItsAgeWithinBounds() {
        assertThat(absenceOfOneThatIs(Duration.ZERO)).isEqualTo(1_000L);
        assertThat(absenceOfOneThatIs(Duration.ofSeconds(50))).isEqualTo(5_000L);
        assertThat(absenceOfOneThatIs(Duration.ofDays(3))).isEqualTo(60_000L);
    }
}
