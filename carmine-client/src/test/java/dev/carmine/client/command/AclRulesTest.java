package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Frames;
import java.util.List;
import org.junit.jupiter.api.Test;

class AclRulesTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void rulesApplyInTheOrderInWhichTheyWereChosen() {
        AclRules rules = AclRules.unchanged()
                .on()
                .off()
                .passwordHash(HASH)
                .removePassword("p")
                .removePasswordHash(HASH)
                .noPassword()
                .resetPasswords()
                .allowCategory("all")
                .denyCategory("dangerous")
                .allow("config|get")
                .deny("set")
                .writeKeys("w*")
                .resetKeys()
                .channels("c")
                .resetChannels()
                .clearSelectors()
                .selector(AclRules.unchanged().allow("get").readKeys("r*"));
        assertThat(rules.words())
                .isEqualTo(List.of(
                        "on",
                        "off",
                        "#" + HASH,
                        "<p",
                        "!" + HASH,
                        "nopass",
                        "resetpass",
                        "+@all",
                        "-@dangerous",
                        "+config|get",
                        "-set",
                        "%W~w*",
                        "resetkeys",
                        "&c",
                        "resetchannels",
                        "clearselectors",
                        "(+get %R~r*)"));
    }

    @Test
    void aPasswordInThePlaceOfItsHashIsRefusedAndNotTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AclRules.reset().passwordHash("secret"))
                .withMessageContaining("has 6 characters")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AclRules.reset().removePasswordHash(HASH.replace('a', 'A')));
    }

    @Test
    void passwordsAreNotTold() {
        AclRules rules = AclRules.reset().password("secret");
        assertThat(Acl.aclSetuser("u", rules).toString()).doesNotContain("secret");
        assertThat(Acl.aclSetuser("u", ">secret").toString()).doesNotContain("secret");
        assertThat(Connections.auth("u", "secret").toString()).doesNotContain("secret");
        AclUser user = new AclUser(List.of("on"), List.of(HASH), List.of(), List.of(), List.of(), List.of());
        assertThat(user.toString()).contains("passwords=1").doesNotContain(HASH);
    }

    /** Redis 6.2 lists patterns without the sign that makes rules of them. */
    @Test
    void usersOfOlderServersAreReadInTheRulesOfNewerOnes() {
        AclUser user = Frames.reply(
                Acl.aclGetuser("u"),
                "*10|$5|flags|*2|$2|on|$6|nopass|$9|passwords|*0|$8|commands|$10|-@all +get|"
                        + "$4|keys|*2|$2|a*|$2|b*|$8|channels|*1|$1|*|");
        assertThat(user)
                .isEqualTo(new AclUser(
                        List.of("on", "nopass"),
                        List.of(),
                        List.of("-@all", "+get"),
                        List.of("~a*", "~b*"),
                        List.of("&*"),
                        List.of()));
    }
}
