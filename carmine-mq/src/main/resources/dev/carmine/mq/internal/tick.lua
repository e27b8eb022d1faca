-- Enqueues the messages of the ticks of a schedule that are due, and moves the schedule on, all or nothing, if it is
-- still lent to who says so.
--
-- ARGV  schedule, fence, next tick in ms (empty: there is none, and the schedule ends), s to skip if the message of the last
--       tick is still alive and empty otherwise, then for each message: tick in ms, envelope, options
-- Reply the letters of the messages as for enqueue, s for one that was skipped, or nil if the schedule is lent to another

local text = call('HGET', own.s, ARGV[1])
if not text or string.sub(text, 17, 32) ~= ARGV[2] then
    return false
end
local function idOf(tick)
    return ARGV[1] .. '@' .. tick
end
local last, letters = string.sub(text, 33, 48), ''
for i = 5, #ARGV, 3 do
    local record = ARGV[4] == 's' and call('HGET', own.t, idOf(lib.int(tonumber(last))))
    if record and lib.stateOf(record) ~= 'x' then
        letters = letters .. 's'
    else
        call('DEL', lib.resultKey(own, idOf(ARGV[i]))) -- of a schedule that had this name before
        letters = letters .. lib.enqueue(own, { idOf(ARGV[i]) }, { ARGV[i + 1] }, { ARGV[i + 2] })
        last = string.format(FENCE, tonumber(ARGV[i]))
    end
end
if ARGV[3] == '' then
    call('HDEL', own.s, ARGV[1])
    call('ZREM', own.st, ARGV[1])
else
    call('HSET', own.s, ARGV[1], string.format(FENCE, tonumber(ARGV[3])) .. string.rep('0', 16) .. last
        .. string.sub(text, 49))
    call('ZADD', own.st, ARGV[3], ARGV[1])
end
lib.writeCounts(own)
lib.wake(own)
return letters
