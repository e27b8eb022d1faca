-- Lists messages of one state, in the order in which they will be handled, become due, expire or have died.
--
-- ARGV  state (r, g, d with w, l, x), how many to pass by, how many to list (at most 256), most bytes of envelopes
-- Reply for each: id, time (as status tells it), record, envelope or nil if there was no room for it, why its last run
--       failed, progress, 1 if content waits behind it and 0 otherwise

local offset, most, bytes = tonumber(ARGV[2]), math.min(tonumber(ARGV[3]), 256), tonumber(ARGV[4])
local found = call('ZRANGE', own[ARGV[1]], offset, offset + most - 1, 'WITHSCORES')
local reply = {}
for i = 1, #found, 2 do
    local id, time = found[i], found[i + 1]
    if ARGV[1] == 'g' then
        id = string.match(id, '^[^%z]*%z%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d(.*)$')
    end
    local record = call('HGET', own.t, id)
    if record then
        record = lib.told(own, id, record)
        local t = lib.tailOf(record)
        local envelope = false
        if t.size <= bytes then
            envelope = call('HGET', own.b, id)
            bytes = bytes - t.size
        end
        if ARGV[1] == 'r' or ARGV[1] == 'g' then
            time = lib.int(t.enqueued)
        end
        reply[#reply + 1] = { id, time, record, envelope, call('HGET', own.e, id) or '', call('HGET', own.p, id) or '',
            call('HEXISTS', own.q, id) == 1 and '1' or '0' }
    end
end
return reply
