package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.Script;
import dev.carmine.client.command.Strings;
import java.util.List;
import java.util.Map;

/** The snippets of {@code docs/scripts.md}: Lua on the server. */
final class LuaScripts {
    static final Script TRANSFER = Script.of("""
            if tonumber(redis.call('GET', _:from) or 0) < tonumber(_:amount) then
                return redis.error_reply('FUNDS not enough')
            end
            redis.call('DECRBY', _:from, _:amount)
            return redis.call('INCRBY', _:to, _:amount)""");

    private LuaScripts() {}

    static long transfer(Carmine redis) {
        long balance = redis.call(TRANSFER.with(Map.of("from", "account:a", "to", "account:b"), Map.of("amount", 5))
                .asLong());
        return balance;
    }

    static List<Object> numbered(Carmine redis) {
        Script getset = Script.of("return {redis.call('GET', KEYS[1]), redis.call('SET', KEYS[1], ARGV[1])}");
        List<Object> replies =
                redis.pipeline(Strings.set("state", "old"), getset.on(List.of("state"), "new"), Strings.get("state"));
        return replies;
    }
}
