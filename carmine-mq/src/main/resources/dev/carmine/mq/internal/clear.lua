-- Drops all messages, dead ones, dedupe windows and what waits included. Configuration and schedules stay, and sequence
-- and fence, so that what workers still settle is not taken for what comes later.
--
-- ARGV  none
-- Reply how many messages were dropped, dead ones included

call('ZREM', own.m, '') -- so that it passes when the memory is full

local dropped = call('HLEN', own.t) + call('HLEN', own.q)
lib.count(own, 'cleared', dropped - call('ZCARD', own.x))
lib.count(own, 'purged', call('ZCARD', own.x))
for _, id in ipairs(call('ZRANGE', own.a, 0, 255)) do
    redis.pcall('PUBLISH', own.a, id)
end
call('UNLINK', own.b, own.t, own.r, own.d, own.l, own.x, own.q, own.u, own.g, own.gr, own.gi, own.e, own.a, own.p, own.m)
lib.writeCounts(own)
lib.wake(own)
return dropped
