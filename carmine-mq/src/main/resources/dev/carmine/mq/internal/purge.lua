-- Deletes dead messages for ever.
--
-- ARGV  ids, or '*' and how many: the oldest
-- Reply how many were deleted

call('ZREM', own.m, '') -- so that it passes when the memory is full

local ids = ARGV
if ARGV[1] == '*' and #ARGV == 2 then
    ids = call('ZRANGE', own.x, 0, math.min(tonumber(ARGV[2]), 256) - 1)
end
local purged = 0
for _, id in ipairs(ids) do
    if call('ZREM', own.x, id) == 1 then
        call('HDEL', own.t, id)
        call('HDEL', own.b, id)
        call('HDEL', own.e, id)
        purged = purged + 1
    end
end
lib.count(own, 'purged', purged)
lib.writeCounts(own)
return purged
