-- Changes the settings of a queue, and tells all of them.
--
-- ARGV  fields and values; an empty value removes a field, a '?' before its name sets it only if it is absent
--       format, paused (1), lease, attempts, deliveries, deadKeep, deadAge, concurrency, rateCount, rateWindow, groupLimit,
--       resultTtl (all times in ms), group:<name> (the limit of one group)
-- Reply fields and values

call('ZREM', own.m, '') -- so that it passes when the memory is full

if lib.int(PRIORITY) ~= '281474976710656' then
    return redis.error_reply('CMQWIDTH the queue needs a server of 64 bits')
end
for i = 1, #ARGV, 2 do
    local field, value = ARGV[i], ARGV[i + 1]
    local group = string.match(field, '^group:(.*)$')
    if group then
        if value == '' then
            call('HDEL', own.gl, group)
        else
            call('HSET', own.gl, group, value)
        end
    elseif string.sub(field, 1, 1) == '?' then
        call('HSETNX', own.cfg, string.sub(field, 2), value)
    elseif value == '' then
        call('HDEL', own.cfg, field)
    else
        call('HSET', own.cfg, field, value)
    end
end
if #ARGV > 0 then
    own.config = nil
    for _, busy in ipairs(call('HKEYS', own.gi)) do -- which may have more slots now
        lib.offerGroup(own, busy)
    end
    lib.wake(own)
end
return call('HGETALL', own.cfg)
