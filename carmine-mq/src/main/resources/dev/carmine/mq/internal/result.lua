-- Tells the result of a message, or notes that somebody waits for its end, which is then published to the channel that is
-- called as the key a.
--
-- ARGV  id, for how long somebody waits for it, in ms
-- Reply a letter and a text: r and the result, x and why it is dead, w: it is on its way, n: there is neither

call('ZREM', own.m, '') -- so that it passes when the memory is full

local id = ARGV[1]
local record = call('HGET', own.t, id)
if record and lib.stateOf(record) == 'x' then
    return { 'x', call('HGET', own.e, id) or '' }
elseif record then
    local deadline = now + tonumber(ARGV[2])
    local known = call('ZSCORE', own.a, id)
    if not known or tonumber(known) < deadline then
        call('ZADD', own.a, deadline, id)
    end
    return { 'w', '' }
end
local result = call('GET', lib.resultKey(own, id))
return result and { 'r', result } or { 'n', '' }
