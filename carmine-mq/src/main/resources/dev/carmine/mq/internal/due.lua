-- Lends due schedules to a worker for five seconds, in which it is to compute their next ticks: only Java knows about
-- cron expressions and time zones.
--
-- ARGV  none
-- Reply the server's time in ms, then name, fence, tick that is due in ms, definition of each, at most 16, and no more
--       when their definitions have 1 MiB

call('ZREM', own.m, '') -- so that it passes when the memory is full

local names = call('ZRANGEBYSCORE', own.st, '-inf', now, 'LIMIT', 0, 16)
local reply = { lib.int(now) }
if #names == 0 then
    return reply
end
local fence, bytes = math.max(tonumber(call('HGET', own.c, 'fence') or 0), micros - 1), 0
for _, name in ipairs(names) do
    local text = call('HGET', own.s, name)
    if not text then
        call('ZREM', own.st, name)
    else
        fence, bytes = fence + 1, bytes + #text
        local word = string.format(FENCE, fence)
        call('HSET', own.s, name, string.sub(text, 1, 16) .. word .. string.sub(text, 33))
        call('ZADD', own.st, now + 5000, name)
        local n = #reply
        reply[n + 1], reply[n + 2] = name, word
        reply[n + 3], reply[n + 4] = lib.int(tonumber(string.sub(text, 1, 16))), string.sub(text, 49)
        if bytes >= 1048576 then
            break
        end
    end
end
call('HSET', own.c, 'fence', fence)
lib.wake(own)
return reply
