-- Makes dead messages ready again, as new: nothing counts against them, and they come after those that wait.
--
-- ARGV  ids, or '*', how many, and how many to pass by: the oldest
-- Reply a letter for each: r redriven, l refused, since a living message has the id, n there is no such dead message

local ids = ARGV
if ARGV[1] == '*' then
    local skip = tonumber(ARGV[3])
    ids = call('ZRANGE', own.x, skip, skip + math.min(tonumber(ARGV[2]), 256) - 1)
end
local letters = {}
for i, id in ipairs(ids) do
    local record = call('HGET', own.t, id)
    if not record or lib.stateOf(record) ~= 'x' then
        letters[i] = 'n'
    else
        local t = lib.tailOf(record)
        -- One that has given its id up gets it back.
        local original = lib.markOf(record) == 'n' and string.match(id, '^(.*)~%d+~*$') or id
        local other = original ~= id and call('HGET', own.t, original)
        local window = call('ZSCORE', own.u, original)
        if other and lib.stateOf(other) ~= 'x' or original ~= id and window and tonumber(window) > now then
            letters[i] = 'l'
        else
            if other then
                lib.rename(own, original, other)
            end
            t.sequence, t.expires = call('HINCRBY', own.c, 'sequence', 1), 0
            local body = call('HGET', own.b, id)
            call('ZREM', own.x, id)
            call('HDEL', own.t, id)
            call('HDEL', own.e, id)
            call('HDEL', own.b, id)
            call('ZREM', own.u, original)
            call('DEL', lib.resultKey(own, original))
            if body then
                call('HSET', own.b, original, body)
            end
            lib.makeReady(own, original, 'r' .. string.sub(record, 2, 19) .. string.rep('0', 12)
                .. string.sub(record, 32, 43) .. lib.tail(t))
            lib.count(own, 'redriven')
            letters[i] = 'r'
        end
    end
end
lib.writeCounts(own)
lib.wake(own)
return table.concat(letters)
