-- Checks that the parts of a queue fit together: each id is in exactly one place and has state, and body, if and only if
-- it is; groups' slots are counted right; the counters add up. Changes nothing.
--
-- ARGV  how many messages there may be for this to be done in one go
-- Reply findings as text, empty if there are none; or one number if there are more messages, which is how many

local size = call('HLEN', own.t)
if size > tonumber(ARGV[1]) then
    return size
end
local findings = {}
local function find(text)
    if #findings < 100 then
        findings[#findings + 1] = text
    end
end

local places = {}
local function note(id, state)
    if places[id] then
        find('id ' .. id .. ' is in ' .. places[id] .. ' and in ' .. state)
    end
    places[id] = state
end
for _, state in ipairs({ 'r', 'd', 'l', 'x' }) do
    for _, id in ipairs(call('ZRANGE', own[state], 0, -1)) do
        note(id, state)
    end
end
local backlogs = {}
for _, member in ipairs(call('ZRANGE', own.g, 0, -1)) do
    local group, sequence, id = string.match(member, '^([^%z]*)%z(%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d)(.*)$')
    if not id then
        find('member ' .. member .. ' of g names no message')
    else
        backlogs[group] = true
        note(id, 'g')
        local record = call('HGET', own.t, id)
        if record and (lib.tailOf(record).group ~= group or lib.tailOf(record).sequence ~= tonumber(sequence)) then
            find('id ' .. id .. ' is in g under another group or sequence than in t')
        end
    end
end

local slots, dead = {}, 0
local records = call('HGETALL', own.t)
for i = 1, #records, 2 do
    local id, record = records[i], records[i + 1]
    local state, at = lib.stateOf(record), places[id]
    if not pcall(function() return lib.tailOf(record).group .. lib.tailOf(record).sequence end) then
        find('the record of id ' .. id .. ' cannot be read')
    elseif at ~= (state == 'w' and 'd' or state) then
        find('id ' .. id .. ' has state ' .. state .. ' and is in ' .. (at or 'no place'))
    end
    if call('HEXISTS', own.b, id) == 0 then
        find('id ' .. id .. ' has no body')
    end
    local group = lib.groupOf(record)
    if group and (state == 'l' or lib.markOf(record) == 'h') then
        slots[group] = (slots[group] or 0) + 1
    end
    if state == 'x' then
        dead = dead + 1
    end
    places[id] = nil
end
for id, state in pairs(places) do
    find('id ' .. id .. ' is in ' .. state .. ' and has no record')
end
for _, id in ipairs(call('ZRANGEBYSCORE', own.u, '(' .. lib.int(now), '+inf')) do
    local record = call('HGET', own.t, id)
    if record and lib.stateOf(record) ~= 'w' then
        find('id ' .. id .. ' has a dedupe window open and state ' .. lib.stateOf(record))
    end
end
if call('HLEN', own.b) ~= size then
    find(call('HLEN', own.b) .. ' bodies for ' .. size .. ' messages')
end
for _, id in ipairs(call('HKEYS', own.q)) do
    local record = call('HGET', own.t, id)
    if not record or string.find('xwu', lib.stateOf(record), 1, true) then
        find('content waits behind id ' .. id .. ', which does not run')
    end
end
for _, part in ipairs({ 'e', 'p' }) do
    for _, id in ipairs(call('HKEYS', own[part])) do
        if call('HEXISTS', own.t, id) == 0 then
            find('id ' .. id .. ' is in ' .. part .. ' and has no record')
        end
    end
end

local taken = call('HGETALL', own.gi)
for i = 1, #taken, 2 do
    local group = taken[i]
    if tonumber(taken[i + 1]) ~= slots[group] then
        find('group ' .. group .. ' has ' .. taken[i + 1] .. ' slots taken, and ' .. (slots[group] or 0) .. ' messages for them')
    end
    slots[group] = nil
end
for group, n in pairs(slots) do
    find('group ' .. group .. ' has no slots taken, and ' .. n .. ' messages for them')
end
for group in pairs(backlogs) do
    local used = tonumber(call('HGET', own.gi, group) or 0)
    if used < lib.groupLimit(own, group) and not call('ZSCORE', own.gr, group) then
        find('group ' .. group .. ' could go on, and is not among those that can')
    end
end

-- Every message that was accepted has come to an end, or is still there.
local c = {}
local counters = call('HGETALL', own.c)
for i = 1, #counters, 2 do
    c[counters[i]] = tonumber(counters[i + 1])
end
local function of(name)
    return c[name] or 0
end
local living = size - dead + call('HLEN', own.q)
if of('accepted') + of('redriven') ~= of('acknowledged') + of('deadLettered') + of('cancelled') + of('expired')
    + of('cleared') + living then
    find(string.format('accepted %d + redriven %d is not acknowledged %d + dead-lettered %d + cancelled %d + expired %d'
        .. ' + cleared %d + living %d', of('accepted'), of('redriven'), of('acknowledged'), of('deadLettered'),
        of('cancelled'), of('expired'), of('cleared'), living))
end
if of('deadLettered') ~= of('redriven') + of('purged') + dead then
    find(string.format('dead-lettered %d is not redriven %d + purged %d + dead %d', of('deadLettered'), of('redriven'),
        of('purged'), dead))
end
return findings
