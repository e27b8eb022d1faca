-- Lists recurring messages.
--
-- ARGV  none
-- Reply name, next tick in ms, last tick that was enqueued (0: none), definition of each

local reply = {}
local known = call('HGETALL', own.s)
for i = 1, #known, 2 do
    local n, text = #reply, known[i + 1]
    reply[n + 1], reply[n + 2] = known[i], lib.int(tonumber(string.sub(text, 1, 16)))
    reply[n + 3], reply[n + 4] = lib.int(tonumber(string.sub(text, 33, 48))), string.sub(text, 49)
end
return reply
