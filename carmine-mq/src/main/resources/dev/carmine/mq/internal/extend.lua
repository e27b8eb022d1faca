-- Extends leases, all those of a worker in one call, and tells which are lost and which messages are to be cancelled.
--
-- ARGV  worker, then for each lease: id, fence, how long from now in ms (0: as long as the message says), progress (may be empty)
-- Reply a letter for each: k extended, c extended, and to be cancelled, l lost

call('ZREM', own.m, '') -- so that it passes when the memory is full

local ids = {}
for i = 2, #ARGV, 4 do
    ids[#ids + 1] = ARGV[i]
end
local records = call('HMGET', own.t, unpack(ids))
local letters, expiries, progress = {}, {}, {}
for i, id in ipairs(ids) do
    local a = 4 * i - 2
    local record = records[i]
    if record and lib.stateOf(record) == 'l' and lib.fenceOf(record) == ARGV[a + 1] then
        local time = tonumber(ARGV[a + 2])
        if time == 0 then
            time = lib.tailOf(record).lease
            time = time > 0 and time or lib.config(own).lease
        end
        local n = #expiries
        expiries[n + 1], expiries[n + 2] = now + time, id
        if ARGV[a + 3] ~= '' then
            n = #progress
            progress[n + 1], progress[n + 2] = id, ARGV[a + 3]
        end
        letters[i] = lib.markOf(record) == 'c' and 'c' or 'k'
    else
        letters[i] = 'l'
    end
end
if #expiries > 0 then
    call('ZADD', own.l, unpack(expiries))
end
if #progress > 0 then
    call('HSET', own.p, unpack(progress))
end
lib.wake(own)
return table.concat(letters)
