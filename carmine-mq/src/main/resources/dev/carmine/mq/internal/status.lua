-- Tells how messages are.
--
-- ARGV  ids
-- Reply for each: empty if there is nothing, else state, 1 if content waits behind it and 0 otherwise, time, record, why
--       its last run failed, progress (both may be empty)
--       states: those of records, but r for a lease that has expired, and u for a dedupe window that is open (without a
--       record); times in ms: when it is due (d, w), its lease (l) or window (u) ends, it died (x), or was enqueued

local reply = {}
for i, id in ipairs(ARGV) do
    local record = call('HGET', own.t, id)
    if record then
        record = lib.told(own, id, record)
        local state, time = lib.stateOf(record), nil
        if state == 'd' or state == 'w' then
            time = call('ZSCORE', own.d, id)
        elseif state == 'x' then
            time = call('ZSCORE', own.x, id)
        elseif state == 'l' then
            time = call('ZSCORE', own.l, id)
            if tonumber(time) <= now then
                state, time = 'r', nil
            end
        end
        local waiting = (state == 'w' or call('HEXISTS', own.q, id) == 1) and '1' or '0'
        reply[i] = { state, waiting, time or lib.int(lib.tailOf(record).enqueued), record, call('HGET', own.e, id) or '',
            call('HGET', own.p, id) or '' }
    else
        local window = call('ZSCORE', own.u, id)
        reply[i] = window and tonumber(window) > now and { 'u', '0', window, '', '', '' } or {}
    end
end
return reply
