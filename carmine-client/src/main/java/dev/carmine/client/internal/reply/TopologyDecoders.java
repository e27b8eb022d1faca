package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.ModuleInfo;
import dev.carmine.client.command.Role;
import java.util.List;

/** The decoders of what a server is: its role among others, and its modules. */
public final class TopologyDecoders {
    /** The reply of {@code ROLE}, whose elements depend on the first. */
    public static final ReplyDecoder<Role> SERVER_ROLE =
            new BuiltInDecoder<>(in -> role(Elements.of(Values.anything(in))));

    /** The reply of {@code MODULE LIST}. */
    public static final ReplyDecoder<List<ModuleInfo>> MODULES =
            new BuiltInDecoder<>(in -> Fields.listOf(Values.anything(in), read -> module(Fields.of(read))));

    private TopologyDecoders() {}

    private static Role role(Elements role) {
        String name = role.text(0);
        return switch (name) {
            case "master" -> new Role.Master(role.integer(1), role.list(2, replica -> follower(Elements.of(replica))));
            case "slave" -> new Role.Replica(role.text(1), (int) role.integer(2), role.text(3), role.integer(4));
            case "sentinel" -> new Role.Sentinel(role.texts(1));
            default -> throw new CarmineProtocolException("the reply has an unknown role: " + name, -1, null);
        };
    }

    private static Role.Follower follower(Elements replica) {
        return new Role.Follower(replica.text(0), (int) replica.integer(1), replica.integer(2));
    }

    private static ModuleInfo module(Fields module) {
        return new ModuleInfo(
                module.text("name"), module.integer("ver"), module.optionalText("path"), module.texts("args"));
    }
}
