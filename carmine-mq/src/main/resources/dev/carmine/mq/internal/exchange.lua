-- What a worker does in one round trip: settle what is finished, promote what is due, reclaim what has expired, lease as
-- much as there are free slots, or some more, and learn how long to block if that is nothing.
--
-- KEYS[25] the worker's last exchange (STRING), then the 24 parts of each further queue that messages are chained into
-- ARGV  1 worker (12 characters), 2 its name for people, 3 number of this exchange (1, 2, …), a colon, and the number of
--       the last one whose answer has arrived (0: none), 4 free slots, a plus, and how many messages more it would have,
--       for slots that will be free in a moment, 5 most bytes of envelopes, 6 how long it
--       will block at most, in ms; 0 if it will not, 7 how many settles, then for each one word of kind (one letter),
--       fence (16 digits) and id, and unless its kind is d: number, text, how many chained, and for each of those: queue
--       (0 its own, 1 the first of the further ones, …), id, envelope, options as for enqueue
--       kinds: d done, with nothing more to say; s success (number: dedupe window in ms), S the same with a result
--       (text), r retry (number: delay in ms, text: why), x to the dead (text: why), b back, as if it had not been handed
--       out (number: delay in ms)
-- Reply 1 how long to block in ms (0: not at all), 2 ready messages, 3 a text of letters: for each settle one (k done, x
--       done and dead since its attempts are used up, c dropped since it was cancelled, l lease lost, nothing changed)
--       and, unless that is l, one for each chained message as enqueue answers, 4 schedules that are due, then for each
--       leased message: id, record, lease in ms, envelope
--
-- The same number again gets the same answer, with the leases begun anew; a later one gives back what an answer that has
-- not arrived has handed out; one that is too low is refused with CMQSTALE.

-- Deletes nothing: a script that has written is not refused for lack of memory, and this one is what makes room.
call('ZREM', own.m, '')

local worker = ARGV[1]
local numbers = string.find(ARGV[3], ':', 1, true)
local number, arrived = tonumber(string.sub(ARGV[3], 1, numbers - 1)), tonumber(string.sub(ARGV[3], numbers + 1))
local plus = string.find(ARGV[4], '+', 1, true)
local free, ahead = tonumber(string.sub(ARGV[4], 1, plus - 1)), tonumber(string.sub(ARGV[4], plus + 1))
local mostBytes, blockLimit = tonumber(ARGV[5]), tonumber(ARGV[6])
-- Whether there is anything beside messages and their leases: content that waits, errors, progress, those who wait for the
-- end of a message, dedupe windows. Mostly there is not, and much need not be looked at.
local bare = call('EXISTS', own.q, own.e, own.p, own.a, own.u) == 0

-- Settling ------------------------------------------------------------------------------------------------------------

-- Removes what was handled and has neither group, window, content nor anybody who waits for it, all at once.
function lib.remove(ids)
    call('HDEL', own.t, unpack(ids))
    call('HDEL', own.b, unpack(ids))
    call('ZREM', own.l, unpack(ids))
    if not bare then
        call('HDEL', own.e, unpack(ids))
        call('HDEL', own.p, unpack(ids))
    end
end

-- All settles of ARGV, in order; gives their letters. Plain successes, the most by far, are collected.
function lib.settleAll()
    local n = tonumber(ARGV[7])
    if n == 0 then
        return ''
    end
    for o = 25, #KEYS - 1, 24 do
        lib.lookAt(lib.queueAt(o))
    end
    local at, settles, ids = 8, {}, {}
    for i = 1, n do
        local word = ARGV[at]
        settles[i] = at
        ids[i] = string.sub(word, 18)
        at = at + (string.sub(word, 1, 1) == 'd' and 1 or 4 + 4 * tonumber(ARGV[at + 3]))
    end
    local records = call('HMGET', own.t, unpack(ids))
    local awaited = not bare and call('EXISTS', own.a) == 1
    local answers, plain, seen = {}, {}, {}
    for i = 1, n do
        local a, id, record = settles[i], ids[i], records[i]
        local kind, fence = string.sub(ARGV[a], 1, 1), string.sub(ARGV[a], 2, 17)
        if not record or seen[id] or lib.stateOf(record) ~= 'l' or lib.fenceOf(record) ~= fence then
            answers[i] = 'l'
            lib.count(own, 'leasesLost')
        else
            seen[id] = true
            if kind == 'd' and not awaited and string.sub(record, 2, 2) == '-'
                and (bare or call('HEXISTS', own.q, id) == 0) then
                plain[#plain + 1] = id
                answers[i] = 'k'
            elseif kind == 'd' then
                answers[i] = lib.settle('s', id, record, 0)
            else
                answers[i] = lib.settle(kind, id, record, tonumber(ARGV[a + 1]), ARGV[a + 2])
            end
        end
    end
    if #plain > 0 then
        lib.remove(plain)
        lib.count(own, 'acknowledged', #plain)
    end
    for i = 1, n do
        if answers[i] ~= 'l' and string.sub(ARGV[settles[i]], 1, 1) ~= 'd' then
            answers[i] = answers[i] .. lib.chain(settles[i])
        end
    end
    return table.concat(answers)
end

-- Whether this worker has left messages to others.
local leaves = false

chapters[#chapters + 1] = function()
    function lib.succeed(id, record, window)
        call('ZREM', own.l, id)
        lib.forget(own, id, window > 0 and window or nil)
        lib.freeSlotOf(own, record)
    end

    function lib.kill(id, record, reason)
        call('ZREM', own.l, id)
        lib.bury(own, id, record, reason)
        lib.freeSlotOf(own, record)
    end

    -- Hands a message out no earlier than after a time; one of a group keeps its group's slot meanwhile.
    function lib.putOff(id, record, delay)
        call('ZREM', own.l, id)
        call('HSET', own.t, id, lib.withState(record, 'd', lib.groupOf(record) and 'h' or '-'))
        call('ZADD', own.d, lib.int(now + delay), id)
    end

    function lib.fail(id, record, delay, reason)
        local failures = lib.failuresOf(record) + 1
        local t = lib.tailOf(record)
        record = string.sub(record, 1, 25) .. string.format('%06d', failures) .. string.sub(record, 32)
        local most = t.attempts > 0 and t.attempts or lib.config(own).attempts
        if lib.markOf(record) == 'c' then
            lib.endLease(own, id, record)
            return 'c'
        elseif failures >= most or lib.isUsedUp(own, record) then
            lib.kill(id, record, reason)
            return 'x'
        end
        lib.count(own, 'retried')
        call('HSET', own.e, id, reason)
        if delay > 0 then
            lib.putOff(id, record, delay)
        else
            lib.endLease(own, id, record)
        end
        return 'k'
    end

    function lib.giveBack(id, record, delay)
        local cancelled = lib.markOf(record) == 'c'
        record = string.sub(record, 1, 19) .. string.format('%06d', math.max(lib.deliveriesOf(record) - 1, 0))
            .. string.sub(record, 26)
        lib.count(own, 'released')
        if delay > 0 and not cancelled then
            leaves = true
            lib.putOff(id, record, delay)
        else
            lib.endLease(own, id, record)
        end
        return cancelled and 'c' or 'k'
    end

    function lib.settle(kind, id, record, amount, text)
        if kind == 'S' then
            call('SET', lib.resultKey(own, id), text, 'PX', lib.config(own).resultTtl)
        end
        if kind == 's' or kind == 'S' then
            lib.count(own, 'acknowledged')
            lib.succeed(id, record, amount)
            return 'k'
        elseif kind == 'r' then
            return lib.fail(id, record, amount, text)
        elseif kind == 'x' and lib.markOf(record) == 'c' then
            lib.endLease(own, id, record)
            return 'c'
        elseif kind == 'x' then
            lib.kill(id, record, text)
            return 'k'
        end
        return lib.giveBack(id, record, amount)
    end

    -- A script that fails halfway keeps what it has written: what messages are chained into is looked at before any is settled,
    -- so that what is no part of a queue there makes this fail as a whole.
    function lib.lookAt(q)
        for _, key in ipairs({ q.b, q.t, q.q, q.e, q.p, q.gi, q.gl, q.c, q.cfg }) do
            call('HLEN', key)
        end
        for _, key in ipairs({ q.r, q.d, q.l, q.x, q.u, q.g, q.gr, q.st, q.m, q.a, q.rt }) do
            call('ZCARD', key)
        end
    end

    -- Enqueues what is chained to the settle at an index of ARGV; gives a letter for each.
    function lib.chain(at)
        local letters = ''
        for b = at + 4, at + 4 * tonumber(ARGV[at + 3]), 4 do
            local index = tonumber(ARGV[b])
            local q = index == 0 and own or lib.queueAt(25 + 24 * (index - 1))
            letters = letters .. lib.enqueue(q, { ARGV[b + 1] }, { ARGV[b + 2] }, { ARGV[b + 3] })
            if q ~= own then
                lib.writeCounts(q)
                lib.wake(q)
            end
        end
        return letters
    end
end

-- Promoting and reclaiming --------------------------------------------------------------------------------------------

function lib.promote()
    local ids = call('ZRANGEBYSCORE', own.d, '-inf', nowText, 'LIMIT', 0, SLICE)
    if #ids == 0 then
        return
    end
    local records = call('HMGET', own.t, unpack(ids))
    call('ZREM', own.d, unpack(ids))
    for i, id in ipairs(ids) do
        local record = records[i]
        if record then
            lib.makeReady(own, id, record)
            if lib.markOf(record) == 'h' then
                lib.freeSlot(own, lib.groupOf(record))
            end
        end
    end
end

function lib.reclaimExpired()
    local ids = call('ZRANGEBYSCORE', own.l, '-inf', nowText, 'LIMIT', 0, SLICE)
    if #ids == 0 then
        return
    end
    local records = call('HMGET', own.t, unpack(ids))
    for i, id in ipairs(ids) do
        if records[i] then
            lib.reclaim(own, id, records[i])
        else
            call('ZREM', own.l, id)
        end
    end
end

-- Leasing -------------------------------------------------------------------------------------------------------------

-- What is to be handed out: ids, their records and leases, and what remains of the bounds.
local grants = { ids = {}, records = {}, leases = {}, slots = 0, bytes = mostBytes }

-- Whether a message may be leased before there is a slot for it. It may be lost with its worker then, though no handler has
-- seen it: that must not wear out one which is behind a message that kills its workers again and again, nor one that is
-- handed out once only.
function lib.mayWait(record)
    return lib.deliveriesOf(record) == 0
        and (string.sub(record, 2, 2) == '-' and string.sub(record, -5) == ':0:0:' or lib.tailOf(record).deliveries ~= 1)
end

-- Takes a message: 1 if it has been taken, 0 if it was outdated or used up and is gone, nil if there is no room for it.
-- The first one always has room.
function lib.take(id, record)
    local size, time, expires = string.match(record, '^:(%d+):(%d+):(%d+)', 44)
    size = tonumber(size)
    if grants.slots == 0 or #grants.ids > 0 and size > grants.bytes then
        return nil
    elseif #grants.ids >= free and not lib.mayWait(record) then
        grants.slots = 0 -- and nothing overtakes it
        return nil
    elseif expires ~= '0' and tonumber(expires) <= now then
        lib.expire(own, id, record)
        return 0
    elseif lib.isUsedUp(own, record) then -- its limit was lowered
        lib.leave(own, id, record)
        lib.bury(own, id, record, lib.usedUp(record))
        return 0
    end
    local n = #grants.ids + 1
    grants.ids[n], grants.records[n], grants.leases[n] = id, record, time == '0' and lib.config(own).lease or tonumber(time)
    grants.slots, grants.bytes = grants.slots - 1, grants.bytes - size
    return 1
end

-- The first of those that are ready, with their records.
function lib.heads(n)
    local ids = call('ZRANGE', own.r, 0, n - 1)
    return { ids = ids, records = #ids > 0 and call('HMGET', own.t, unpack(ids)) or {} }
end

-- Takes from the ready ones, those of a list from an index on, as long as their score is below a bound if there is one.
function lib.takeReady(list, from, bound, most)
    local taken = {}
    local i = from
    while i <= #list.ids and most > 0 and (not bound or list.scores[i] < bound) do
        local id, record = list.ids[i], list.records[i]
        local result = record and lib.take(id, record)
        if result == nil then
            break
        elseif result == 1 then
            most = most - 1
        end
        if result ~= 0 then
            taken[#taken + 1] = id -- without a record it goes as well
        end
        i = i + 1
    end
    if #taken > 0 and not list.scores and #taken == i - 1 then -- all that was read just now, from the head on
        call('ZREMRANGEBYRANK', own.r, 0, #taken - 1)
    elseif #taken > 0 then
        call('ZREM', own.r, unpack(taken))
    end
    return i
end

-- Higher priorities, then groups and plain messages in turn, then lower priorities.
function lib.choose()
    local cfg = lib.config(own)
    local limited = cfg.concurrency or cfg.rateCount or cfg.deliveries == 1
    grants.slots = lib.allowance(own, limited and free or free + ahead)
    if grants.slots == 0 then
        return
    end
    if call('EXISTS', own.gr) == 0 then
        local list = lib.heads(grants.slots)
        lib.takeReady(list, 1, nil, grants.slots)
        if #grants.ids == 0 and #list.ids > 0 and grants.slots > 0 then -- what comes first was dropped: look further once
            lib.takeReady(lib.heads(SLICE), 1, nil, grants.slots)
        end
        return
    end
    local list = lib.scoredHeads(grants.slots)
    local at = lib.takeReady(list, 1, -PRIORITY / 2, grants.slots)
    while grants.slots > 0 do
        local before = grants.slots
        lib.takeGroup()
        at = lib.takeReady(list, at, PRIORITY / 2, 1)
        if grants.slots == before then
            break
        end
    end
    lib.takeReady(list, at, nil, grants.slots)
end

-- Hands out what was chosen; gives id, record, lease, envelope of each. All have the same fence, which is higher than any
-- that one of them has had.
function lib.lease(reply)
    local n = #grants.ids
    if n == 0 then
        return
    end
    local envelopes = call('HMGET', own.b, unpack(grants.ids))
    local fence = string.format(FENCE, math.max(tonumber(call('HGET', own.c, 'fence') or 0) + 1, micros))
    local first = 'l--' .. fence .. '000001000000' .. worker
    local records, expiries, redelivered = {}, {}, 0
    local time, expiry
    for i, id in ipairs(grants.ids) do
        local record = grants.records[i]
        if not envelopes[i] then
            lib.bury(own, id, record, 'its body is not there')
            lib.freeSlotOf(own, record)
        else
            if string.sub(record, 2, 31) == FRESH then
                record = first .. string.sub(record, 44)
            else
                local deliveries = lib.deliveriesOf(record)
                if deliveries > 0 then
                    redelivered = redelivered + 1
                end
                record = 'l' .. string.sub(record, 2, 2) .. '-' .. fence .. string.format('%06d', deliveries + 1)
                    .. string.sub(record, 26, 31) .. worker .. string.sub(record, 44)
            end
            if grants.leases[i] ~= time then
                time = grants.leases[i]
                expiry = lib.int(now + time)
            end
            local k = #records
            records[k + 1], records[k + 2] = id, record
            expiries[k + 1], expiries[k + 2] = expiry, id
            local m = #reply
            reply[m + 1], reply[m + 2], reply[m + 3], reply[m + 4] = id, record, time, envelopes[i]
        end
    end
    if #records > 0 then
        call('HSET', own.t, unpack(records))
        call('ZADD', own.l, unpack(expiries))
        call('HSET', own.c, 'fence', fence)
        lib.count(own, 'delivered', #records / 2)
        if redelivered > 0 then
            lib.count(own, 'redelivered', redelivered)
        end
        if lib.config(own).rateCount then
            local used = {}
            for i = 1, #records, 2 do
                used[i], used[i + 1] = lib.int(micros), fence .. ':' .. i
            end
            call('ZREMRANGEBYSCORE', own.rt, '-inf', lib.int(micros - lib.config(own).rateWindow * 1000))
            call('ZADD', own.rt, unpack(used))
            call('PEXPIRE', own.rt, lib.config(own).rateWindow + 1000)
        end
    end
end

chapters[#chapters + 1] = function()
    -- The same with their scores.
    function lib.scoredHeads(n)
        local ready = call('ZRANGE', own.r, 0, n - 1, 'WITHSCORES')
        local list = { ids = {}, scores = {}, records = {} }
        for i = 1, #ready, 2 do
            list.ids[#list.ids + 1] = ready[i]
            list.scores[#list.scores + 1] = tonumber(ready[i + 1])
        end
        if #list.ids > 0 then
            list.records = call('HMGET', own.t, unpack(list.ids))
        end
        return list
    end

    -- Takes the head of the group whose turn it is, if there is one and room for it. How many it looks at is bounded for all
    -- calls together.
    local looks = 256 + SLICE
    function lib.takeGroup()
        while looks > 0 do
            looks = looks - 1
            local group = call('ZRANGE', own.gr, 0, 0)[1]
            if not group then
                return
            end
            local member, id = lib.backlogHead(own, group)
            local full = tonumber(call('HGET', own.gi, group) or 0) >= lib.groupLimit(own, group) -- since its limit was lowered
            local record = member and not full and call('HGET', own.t, id)
            local result = record and lib.take(id, record)
            if not member or full then
                call('ZREM', own.gr, group)
            elseif not record then
                call('ZREM', own.g, member)
            elseif result == 1 then
                call('ZREM', own.g, member)
                call('HINCRBY', own.gi, group, 1)
                call('ZREM', own.gr, group)
                lib.offerGroup(own, group)
                return
            elseif not result then
                return
            end
        end
    end
end

-- The answer ----------------------------------------------------------------------------------------------------------

-- How long this worker is to block if it has a free slot. One worker is told when the next event is, and promises to look
-- by then; nobody else looks for that. One that leaves messages to others does not promise, but has the marker set for
-- somebody else to: it would be the first to have them again.
function lib.block(leasable, at)
    local look, who = lib.promise(own)
    local blocks = blockLimit > 0 and #grants.ids < free
    if blocks and not leaves and not leasable and at and at < now + LONGEST_BLOCK
        and (look <= now or at < look or who == worker) then
        call('HSET', own.c, 'look', worker .. lib.int(at))
        return math.min(at - now, blockLimit)
    end
    if who == worker then
        call('HDEL', own.c, 'look')
    end
    return leasable and blocks and 0 or blockLimit
end

function lib.record(letters, reply)
    local lines = { lib.int(number), letters, reply[6] and lib.fenceOf(reply[6]) or '' }
    for i = 5, #reply, 4 do
        lines[#lines + 1] = reply[i]
    end
    lines[#lines + 1] = ''
    call('SET', KEYS[25], table.concat(lines, '\n'), 'PX', 600000)
end

chapters[#chapters + 1] = function()
    -- The answer once more: the same settles, and what was handed out and is still the worker's.
    function lib.again(letters, ids, fence)
        local reply = { 0, call('ZCARD', own.r), letters, call('ZCOUNT', own.st, '-inf', nowText) }
        if #ids > 0 then
            local records = call('HMGET', own.t, unpack(ids))
            local envelopes = call('HMGET', own.b, unpack(ids))
            for i, id in ipairs(ids) do
                local record = records[i]
                if record and lib.stateOf(record) == 'l' and lib.fenceOf(record) == fence then
                    local time = lib.tailOf(record).lease
                    time = time > 0 and time or lib.config(own).lease
                    call('ZADD', own.l, lib.int(now + time), id)
                    local m = #reply
                    reply[m + 1], reply[m + 2], reply[m + 3], reply[m + 4] = id, record, time, envelopes[i]
                end
            end
        end
        local _, who = lib.promise(own)
        if who == worker then -- it may not know of that any more
            call('HDEL', own.c, 'look')
        end
        lib.wake(own)
        return reply
    end

    -- What the worker's last exchange has given: the letters of settles, ids and their fence, as `record` has written them.
    function lib.given(text)
        local lines = {}
        for line in string.gmatch(text, '([^\n]*)\n') do
            lines[#lines + 1] = line
        end
        local ids = {}
        for i = 4, #lines do
            ids[#ids + 1] = lines[i]
        end
        return lines[2], ids, lines[3]
    end

    -- Removes what is older than a time, in slices larger than what one exchange can add.
    function lib.trim(key, time)
        local members = call('ZRANGEBYSCORE', key, '-inf', time, 'LIMIT', 0, TRIMMED)
        if #members > 0 then
            call('ZREM', key, unpack(members))
        end
    end
end

local past = call('GET', KEYS[25])
local previous = past and tonumber(string.match(past, '^%d+'))
if previous == number then
    return lib.again(lib.given(past))
elseif previous and previous > number then
    return redis.error_reply('CMQSTALE exchange ' .. ARGV[3] .. ' after ' .. lib.int(previous)
        .. ': another worker uses this name, or a very late repetition has arrived')
elseif previous and previous > arrived then
    local _, ids, fence = lib.given(past)
    for _, id in ipairs(ids) do
        local lost = call('HGET', own.t, id)
        if lost and lib.stateOf(lost) == 'l' and lib.fenceOf(lost) == fence then
            lib.giveBack(id, lost, 0)
        end
    end
end

local letters = lib.settleAll()
lib.promote()
lib.reclaimExpired()
if free + ahead > 0 then
    lib.choose()
end
local reply = { 0, 0, letters, 0 }
lib.lease(reply)
local tidies = #grants.ids == 0 or number % 16 == 1
if own.counts.deadLettered or tidies then
    lib.trimDead(own)
end

lib.record(letters, reply)
if tidies then
    call('ZADD', own.w, nowText, worker .. ARGV[2])
    call('PEXPIRE', own.w, 600000)
    lib.trim(own.w, now - 600000)
    lib.trim(own.a, now)
end
if not bare then
    lib.trim(own.u, now)
end
lib.writeCounts(own)
local leasable, at = lib.outlook(own)
reply[1] = lib.block(leasable, at)
reply[2] = call('ZCARD', own.r)
reply[4] = call('ZCOUNT', own.st, '-inf', nowText)
lib.mark(own, leasable, at)
return reply
