package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Tale.Held;
import dev.carmine.it.mq.fault.Violation.Promise;
import org.junit.jupiter.api.Test;

/** Groups, in made-up histories. */
class GroupRulesTest {
    private final Tale tale = new Tale();

    @Test
    void aGroupGoesInOrder() {
        tale.addedToGroup("a").addedToGroup("b");
        tale.succeeds(tale.delivered("w", "b", "b", "group", 1_100_000, 2, 1));
        tale.succeeds(tale.delivered("w", "a", "a", "group", 1_200_000, 1, 1));
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupHasOneSlot() {
        tale.addedToGroup("a").addedToGroup("b");
        Held first = tale.delivered("w", "a", "a", "group");
        Held second = tale.delivered("v", "b", "b", "group");
        tale.succeeds(first).succeeds(second);
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupGoesOnWhenItsHeadHasEnded() {
        tale.addedToGroup("a").addedToGroup("b").addedToGroup("c").diesWith("b");
        tale.succeeds(tale.delivered("w", "a", "a", "group"));
        tale.delivered("v", "b", "b", "group");
        tale.pass(Tale.LEASE);
        tale.succeeds(tale.delivered("w", "c", "c", "group"));
        tale.assertKept();
    }

    @Test
    void aRetriedHeadKeepsItsSlot() {
        tale.addedToGroup("a").addedToGroup("b");
        Held head = tale.delivered("w", "a", "a", "group");
        tale.settleBegins(head, "r", 0).settled(head, "k");
        tale.succeeds(tale.delivered("w", "b", "b", "group"));
        tale.succeeds(tale.delivered("w", "a", "a", "group", 2_000_000, head.sequence(), 2));
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupWithTwoSlotsHasTwoAtATime() {
        tale.withSlotsOfGroups(2).addedToGroup("a").addedToGroup("b").addedToGroup("c");
        Held first = tale.delivered("w", "a", "a", "group");
        Held second = tale.delivered("v", "b", "b", "group");
        tale.succeeds(second);
        Held third = tale.delivered("v", "c", "c", "group");
        tale.succeeds(first).succeeds(third);
        tale.assertKept();
    }

    @Test
    void aGroupWithTwoSlotsHasNotThreeAtATime() {
        tale.withSlotsOfGroups(2).addedToGroup("a").addedToGroup("b").addedToGroup("c");
        Held first = tale.delivered("w", "a", "a", "group");
        Held second = tale.delivered("v", "b", "b", "group");
        tale.pass(Tale.LEASE); // so that nobody has three for certain
        Held third = tale.delivered("v", "c", "c", "group");
        tale.succeeds(first).succeeds(second).succeeds(third);
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void aGroupWithTwoSlotsGoesInOrder() {
        tale.withSlotsOfGroups(2).addedToGroup("a").addedToGroup("b").addedToGroup("c");
        tale.succeeds(tale.delivered("w", "c", "c", "group", 1_100_000, 3, 1));
        tale.succeeds(tale.delivered("w", "a", "a", "group", 1_200_000, 1, 1));
        tale.succeeds(tale.delivered("w", "b", "b", "group", 1_300_000, 2, 1));
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }

    @Test
    void whatIsDeliveredAgainTakesASlotThatIsFree() {
        tale.withSlotsOfGroups(1).addedToGroup("a").addedToGroup("b").diesWith("a");
        Held first = tale.delivered("w", "b", "b", "group", 1_100_000, 2, 1);
        Held second = tale.delivered("v", "a", "a", "group", 1_101_000, 1, 2);
        tale.succeeds(first).settleBegins(second, "x", 0).settled(second, "k");
        tale.assertBroken(Promise.GROUPS_KEEP_THEIR_ORDER);
    }
}
