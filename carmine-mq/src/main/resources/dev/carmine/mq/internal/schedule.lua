-- Adds a recurring message, or changes one. The same definition again changes nothing, so that every program that is
-- started may say it.
--
-- ARGV  name, definition, first tick in ms; empty to be told the time, from which to compute it
-- Reply a added, u updated, k kept as it was; the server's time in ms if there would be something to do, but no tick was
--       given
--
-- An updated one begins anew with the first tick, unless its recurrence is the same, or its tick is due already: what
-- was to be enqueued is not lost because its body has changed.
--
-- In s: next tick, fence of who computes the one after it, last tick that was enqueued (all in 16 digits), definition.

-- What tells the ticks: the first four fields of the definition, each with a zero byte behind it.
local function recurrenceOf(definition)
    return string.match(definition, '^[^%z]*%z[^%z]*%z[^%z]*%z[^%z]*%z') or definition
end

local known = call('HGET', own.s, ARGV[1])
local definition = known and string.sub(known, 49)
if definition == ARGV[2] then
    return 'k'
elseif ARGV[3] == '' then
    return lib.int(now)
end
local tick, last = tonumber(ARGV[3]), string.rep('0', 16)
if known then
    local next = tonumber(string.sub(known, 1, 16))
    if next <= now or recurrenceOf(definition) == recurrenceOf(ARGV[2]) then
        tick = next
    end
    last = string.sub(known, 33, 48)
end
call('HSET', own.s, ARGV[1], string.format(FENCE .. FENCE, tick, 0) .. last .. ARGV[2])
call('ZADD', own.st, tick, ARGV[1])
lib.wake(own)
return known and 'u' or 'a'
