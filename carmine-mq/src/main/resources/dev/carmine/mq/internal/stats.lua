-- Tells what is in a queue, and what has gone through it.
--
-- ARGV  none
-- Reply names and numbers: messages by state, when the oldest of those that are ready was enqueued (ms, 0 if there is
--       none), whether it is paused, and the counters of all time

local head = call('ZRANGE', own.r, 0, 0)[1]
local record = head and call('HGET', own.t, head)
local reply = {
    'ready', call('ZCARD', own.r),
    'delayed', call('ZCARD', own.d),
    'leased', call('ZCARD', own.l),
    'dead', call('ZCARD', own.x),
    'backlog', call('ZCARD', own.g),
    'waiting', call('HLEN', own.q),
    'deduplicating', call('ZCOUNT', own.u, '(' .. lib.int(now), '+inf'),
    'schedules', call('ZCARD', own.st),
    'oldestReady', record and lib.tailOf(record).enqueued or 0,
    'paused', lib.config(own).paused and 1 or 0,
}
local counters = { 'accepted', 'delivered', 'redelivered', 'acknowledged', 'retried', 'released', 'deadLettered',
    'cancelled', 'expired', 'cleared', 'purged', 'redriven', 'leasesLost', 'reclaimed' }
local values = call('HMGET', own.c, unpack(counters))
for i, name in ipairs(counters) do
    reply[#reply + 1] = name
    reply[#reply + 1] = tonumber(values[i] or 0)
end
return reply
