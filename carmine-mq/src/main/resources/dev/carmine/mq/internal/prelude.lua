-- What all scripts of a queue share. KEYS[1] to KEYS[24] are always the parts of the queue, in the order below; ARGV and
-- the reply are told at the head of each script.

local call = redis.call

-- clock: the server's, read once, for it moves while a script runs
local clock = call('TIME')
local micros = clock[1] * 1000000 + clock[2]
-- end of clock
local now = math.floor(micros / 1000)

-- No worker blocks for longer, so what happens later than this needs no wake-up now: somebody will have looked by then.
local LONGEST_BLOCK = 5000
-- How many due, expired or outdated messages one script moves at most.
local SLICE = 64
-- How many entries that have served their time one script deletes at most.
local TRIMMED = 512
-- How far the scores of two priorities are apart.
local PRIORITY = 281474976710656

-- Functions are fields of this table. Making one costs time in each call of a script, and the more so the more locals it
-- can see; so only those that nearly every call needs are made at once. The others stand in chapters, which are made when
-- one is called that is not there yet, the last one first.
local lib, chapters = {}, {}

setmetatable(lib, {
    __index = function(_, name)
        repeat
            table.remove(chapters)()
        until rawget(lib, name)
        return rawget(lib, name)
    end,
})

-- The parts of a queue whose keys begin behind an offset in KEYS.
function lib.queueAt(o)
    return {
        b = KEYS[o + 1], -- HASH id -> envelope
        t = KEYS[o + 2], -- HASH id -> record, see below
        r = KEYS[o + 3], -- ZSET ready, by priority and sequence
        d = KEYS[o + 4], -- ZSET delayed, by due time
        l = KEYS[o + 5], -- ZSET leased, by expiry
        x = KEYS[o + 6], -- ZSET dead, by time of death
        q = KEYS[o + 7], -- HASH id -> options, byte 0, envelope: content that waits for the end of a run
        u = KEYS[o + 8], -- ZSET dedupe windows, by their end
        g = KEYS[o + 9], -- ZSET backlogs of all groups, score 0: group, byte 0, sequence, id
        gr = KEYS[o + 10], -- ZSET groups that can go on, by turn
        gi = KEYS[o + 11], -- HASH group -> how many of its slots are taken
        gl = KEYS[o + 12], -- HASH group -> limit, where it is not the queue's
        s = KEYS[o + 13], -- HASH schedule -> definition
        st = KEYS[o + 14], -- ZSET schedules, by next tick
        m = KEYS[o + 15], -- ZSET the wake marker
        w = KEYS[o + 16], -- ZSET workers, by when they were last here
        k0 = KEYS[o + 17], -- HASH token of an enqueue -> reply, of even minutes
        k1 = KEYS[o + 18], -- the same, of odd minutes
        e = KEYS[o + 19], -- HASH id -> why its last run failed
        a = KEYS[o + 20], -- ZSET ids whose end somebody waits for, by until when; also the channel that tells it
        c = KEYS[o + 21], -- HASH sequence, fence, turn, look, and counters
        cfg = KEYS[o + 22], -- HASH format, paused, limits
        p = KEYS[o + 23], -- HASH id -> progress
        rt = KEYS[o + 24], -- ZSET deliveries, by when they were, in µs, if there is a rate limit
        counts = {},
    }
end

local own = lib.queueAt(0)

-- Whole numbers as text: '..' and tostring keep 14 digits, and say nothing about the rest. Arguments of call may be
-- numbers, of which all digits are sent; text is cheaper. (configure.lua refuses servers of 32 bits, which cannot format
-- these.)
local INT, FENCE = '%d', '%016d'
function lib.int(number)
    return string.format(INT, number)
end

local nowText = lib.int(now)

function lib.count(q, what, by)
    q.counts[what] = (q.counts[what] or 0) + (by or 1)
end

function lib.writeCounts(q)
    for what, by in pairs(q.counts) do
        call('HINCRBY', q.c, what, by)
    end
    q.counts = {}
end

-- The settings of a queue, numbers or nil.
function lib.config(q)
    if not q.config then
        local v = call('HMGET', q.cfg, 'paused', 'lease', 'attempts', 'deliveries', 'concurrency', 'rateCount',
            'rateWindow', 'groupLimit', 'deadKeep', 'deadAge', 'resultTtl')
        q.config = {
            paused = v[1] == '1',
            lease = tonumber(v[2]) or 30000,
            attempts = tonumber(v[3]) or 10,
            deliveries = tonumber(v[4]) or 30,
            concurrency = tonumber(v[5]),
            rateCount = tonumber(v[6]),
            rateWindow = tonumber(v[7]),
            groupLimit = tonumber(v[8]) or 1,
            deadKeep = tonumber(v[9]) or 10000,
            deadAge = tonumber(v[10]) or 604800000,
            resultTtl = tonumber(v[11]) or 3600000,
        }
    end
    return q.config
end

-- The record of a message: a head of fixed width that changes, and a tail that an enqueue makes.
--   1      state: r ready, g in the backlog of its group, d delayed, w content behind a dedupe window, l leased, x dead
--   2      + if it has a group, else -
--   3      c if it is to be cancelled when its run ends, h if it keeps its group's slot while it is delayed, n if it is
--          dead and has given its id up, else -
--   4-19   fence of the last delivery; messages of one exchange have the same
--   20-25  deliveries: how often it was handed out
--   26-31  failures: how often its handler said no
--   32-43  the worker that had it last
--   44-    :size:lease:expires:sequence:priority:enqueued:attempts:deliveries:group
-- Times are in ms; a limit or time of 0 is the queue's, or none.
local NEW = '-0000000000000000000000000000            '
-- What 2 to 31 are of a message without a group that was never handed out.
local FRESH = '--0000000000000000000000000000'
local TAIL = ':%d:%d:%d:%d:%d:%d:%d:%d:'

function lib.stateOf(record)
    return string.sub(record, 1, 1)
end

function lib.fenceOf(record)
    return string.sub(record, 4, 19)
end

function lib.deliveriesOf(record)
    return tonumber(string.sub(record, 20, 25))
end

-- Whether a message has been handed out as often as it may be.
function lib.isUsedUp(q, record)
    if string.sub(record, 20, 25) == '000000' then
        return false
    end
    local most = lib.tailOf(record).deliveries
    return lib.deliveriesOf(record) >= (most > 0 and most or lib.config(q).deliveries)
end

-- Waking --------------------------------------------------------------------------------------------------------------

function lib.first(key)
    local head = call('ZRANGE', key, 0, 0, 'WITHSCORES')
    return head[2] and tonumber(head[2])
end

-- How many more may be leased now by the limits of the queue, and when that changes by itself, if it is known.
function lib.allowance(q, wanted)
    local cfg = lib.config(q)
    if cfg.paused then
        return 0
    end
    if cfg.concurrency then
        wanted = math.min(wanted, cfg.concurrency - call('ZCARD', q.l))
    end
    if cfg.rateCount and wanted > 0 then
        local since = lib.int(micros - cfg.rateWindow * 1000)
        local used = call('ZCOUNT', q.rt, '(' .. since, '+inf')
        if used >= cfg.rateCount then
            -- As soon as so many are out of the window that one fits in again.
            local member = call('ZREVRANGE', q.rt, cfg.rateCount - 1, cfg.rateCount - 1, 'WITHSCORES')
            return 0, math.ceil(tonumber(member[2]) / 1000) + cfg.rateWindow
        end
        wanted = math.min(wanted, cfg.rateCount - used)
    end
    return math.max(wanted, 0)
end

-- Whether something can be leased now; and if not, when that may be so, without anybody's doing.
function lib.outlook(q)
    if lib.config(q).paused then
        return false
    end
    local at
    if call('EXISTS', q.r, q.gr) > 0 then
        local most, later = lib.allowance(q, 1)
        if most > 0 then
            return true
        end
        at = later
    end
    for _, key in ipairs({ q.d, q.l, q.st }) do
        local time = lib.first(key)
        if time and (not at or time < at) then
            at = time
        end
    end
    if at and at <= now then
        return true
    end
    return false, at
end

-- Who has promised to look at the queue, and when.
function lib.promise(q)
    local look = call('HGET', q.c, 'look')
    if look then
        return tonumber(string.sub(look, 13)), string.sub(look, 1, 12)
    end
    return 0, ''
end

-- Sets the wake marker if something can be leased now, or falls due before anybody will look, and never otherwise.
function lib.mark(q, leasable, at)
    if not leasable and at and at < now + LONGEST_BLOCK then
        local look = lib.promise(q)
        leasable = look <= now or at < look
    end
    if leasable then
        call('ZADD', q.m, 0, 'w')
    else
        call('DEL', q.m)
    end
end

-- Every script that changes a queue ends with this: a worker is woken if there is something to do for it.
function lib.wake(q)
    lib.mark(q, lib.outlook(q))
end

-- Reading records -----------------------------------------------------------------------------------------------------

chapters[#chapters + 1] = function()
    function lib.markOf(record)
        return string.sub(record, 3, 3)
    end

    function lib.withState(record, state, mark)
        return state .. string.sub(record, 2, 2) .. mark .. string.sub(record, 4)
    end

    -- A record as others are told of it: content that is delayed for longer than its window was open is a delayed message.
    function lib.told(q, id, record)
        if lib.stateOf(record) == 'w' and tonumber(call('ZSCORE', q.u, id) or 0) <= now then
            return lib.withState(record, 'd', '-')
        end
        return record
    end

    function lib.failuresOf(record)
        return tonumber(string.sub(record, 26, 31))
    end

    function lib.groupOf(record)
        if string.sub(record, 2, 2) == '+' then
            return string.match(record, '^:%d+:%d+:%d+:%d+:%-?%d+:%d+:%d+:%d+:(.*)$', 44)
        end
    end

    -- The tail as a table.
    function lib.tailOf(record)
        local size, lease, expires, sequence, priority, enqueued, attempts, deliveries, group = string.match(record,
            '^:(%d+):(%d+):(%d+):(%d+):(%-?%d+):(%d+):(%d+):(%d+):(.*)$', 44)
        return {
            size = tonumber(size),
            lease = tonumber(lease),
            expires = tonumber(expires),
            sequence = tonumber(sequence),
            priority = tonumber(priority),
            enqueued = tonumber(enqueued),
            attempts = tonumber(attempts),
            deliveries = tonumber(deliveries),
            group = group,
        }
    end

    function lib.tail(t)
        return string.format(TAIL, t.size, t.lease, t.expires, t.sequence, t.priority, t.enqueued, t.attempts, t.deliveries)
            .. t.group
    end

    -- Higher priorities first, and those of one priority in their sequence.
    function lib.readyScore(t)
        return t.sequence - t.priority * PRIORITY
    end
end

-- Groups --------------------------------------------------------------------------------------------------------------

chapters[#chapters + 1] = function()
    function lib.place(t, id)
        return t.group .. '\0' .. string.format(FENCE, t.sequence) .. id
    end

    -- The first in the backlog of a group, and its id; nil if the backlog is empty. Groups have no byte 0 in them.
    function lib.backlogHead(q, group)
        local member = call('ZRANGEBYLEX', q.g, '[' .. group .. '\0', '(' .. group .. '\1', 'LIMIT', 0, 1)[1]
        if member then
            return member, string.sub(member, #group + 18)
        end
    end

    function lib.groupLimit(q, group)
        if q.ownLimits == nil then
            q.ownLimits = call('EXISTS', q.gl) == 1
        end
        return q.ownLimits and tonumber(call('HGET', q.gl, group) or nil) or lib.config(q).groupLimit
    end

    -- Lets a group take part if it has a slot and a backlog; it keeps its turn if it does already.
    function lib.offerGroup(q, group)
        if (tonumber(call('HGET', q.gi, group) or 0)) < lib.groupLimit(q, group) and lib.backlogHead(q, group) then
            call('ZADD', q.gr, 'NX', call('HINCRBY', q.c, 'turn', 1), group)
        end
    end

    function lib.freeSlot(q, group)
        if call('HINCRBY', q.gi, group, -1) <= 0 then
            call('HDEL', q.gi, group)
        end
        lib.offerGroup(q, group)
    end

    -- Frees the slot that a message has of its group, if it has one.
    function lib.freeSlotOf(q, record)
        local group = lib.groupOf(record)
        if group then
            lib.freeSlot(q, group)
        end
    end
end

-- Moving messages -----------------------------------------------------------------------------------------------------

chapters[#chapters + 1] = function()
    -- Puts a message that is nowhere where it can be leased from. A retried one comes before those that came after it.
    function lib.makeReady(q, id, record)
        local t = lib.tailOf(record)
        if t.group == '' then
            call('HSET', q.t, id, lib.withState(record, 'r', '-'))
            call('ZADD', q.r, lib.int(lib.readyScore(t)), id)
        else
            call('HSET', q.t, id, lib.withState(record, 'g', '-'))
            call('ZADD', q.g, 0, lib.place(t, id))
            lib.offerGroup(q, t.group)
        end
    end

    -- Where the result of a message is kept. What begins a life of an id removes the result of the one before.
    function lib.resultKey(q, id)
        return string.sub(q.b, 1, -2) .. 'res:' .. id
    end

    -- Options are 'delay:lease:attempts:deliveries:priority:expiresAfter:flags:group', with
    -- what is not given empty; or empty altogether, or a single 'i', if there are no others.
    function lib.parse(options)
        if options == '' or options == 'i' then
            return 0, { lease = 0, attempts = 0, deliveries = 0, priority = 0, expires = 0, group = '' }, options
        end
        local delay, lease, attempts, deliveries, priority, expires, flags, group = string.match(options,
            '^(%d*):(%d*):(%d*):(%d*):(%-?%d*):(%d*):(%a*):(.*)$')
        expires = tonumber(expires) or 0
        return tonumber(delay) or 0, {
            lease = tonumber(lease) or 0,
            attempts = tonumber(attempts) or 0,
            deliveries = tonumber(deliveries) or 0,
            priority = tonumber(priority) or 0,
            expires = expires > 0 and now + expires or 0,
            group = group,
        }, flags
    end

    function lib.newRecord(state, t)
        return state .. (t.group == '' and '-' or '+') .. NEW .. lib.tail(t)
    end

    -- Content whose time has come, or comes when a dedupe window ends, becomes a message.
    function lib.admit(q, id, content, window)
        local zero = string.find(content, '\0', 1, true)
        local delay, t = lib.parse(string.sub(content, 1, zero - 1))
        local body = string.sub(content, zero + 1)
        t.sequence, t.enqueued, t.size = call('HINCRBY', q.c, 'sequence', 1), now, #body
        call('DEL', lib.resultKey(q, id))
        call('HSET', q.b, id, body)
        if window > 0 then
            call('HSET', q.t, id, lib.newRecord('w', t))
            call('ZADD', q.d, now + math.max(window, delay), id)
        elseif delay > 0 then
            call('HSET', q.t, id, lib.newRecord('d', t))
            call('ZADD', q.d, now + delay, id)
        else
            lib.makeReady(q, id, lib.newRecord('r', t))
        end
    end

    -- Tells those who wait for the end of a message.
    function lib.tell(q, id)
        if q.awaited == nil then
            q.awaited = call('EXISTS', q.a) == 1
        end
        if q.awaited and call('ZREM', q.a, id) == 1 then
            redis.pcall('PUBLISH', q.a, id) -- a user may lack the right, and then those who wait look for themselves
        end
    end

    -- What a message leaves behind that is in no place any more: all of it goes, and content that has waited takes the id. A
    -- dedupe window stays open until its end, whatever becomes of content that waits behind it.
    function lib.forget(q, id, window)
        call('HDEL', q.t, id)
        call('HDEL', q.b, id)
        call('HDEL', q.e, id)
        call('HDEL', q.p, id)
        lib.tell(q, id)
        if window then
            call('ZADD', q.u, now + window, id)
        end
        local content = call('HGET', q.q, id)
        if content then
            call('HDEL', q.q, id)
            lib.admit(q, id, content, window or 0)
        end
    end

    -- Takes a message that waits (r, g, d, w) out of where it is.
    function lib.leave(q, id, record)
        local state = lib.stateOf(record)
        if state == 'r' then
            call('ZREM', q.r, id)
        elseif state == 'g' then
            call('ZREM', q.g, lib.place(lib.tailOf(record), id))
        else
            call('ZREM', q.d, id)
            if lib.markOf(record) == 'h' then
                lib.freeSlot(q, lib.groupOf(record))
            end
        end
    end

    -- Gives the id of a dead message up to a new one; the dead one goes on under an id of its own.
    function lib.rename(q, id, record)
        local other = id .. '~' .. lib.int(lib.tailOf(record).sequence)
        while call('HEXISTS', q.t, other) == 1 do -- somebody has called a message so
            other = other .. '~'
        end
        call('HSET', q.t, other, lib.withState(record, 'x', 'n'))
        call('ZADD', q.x, call('ZSCORE', q.x, id), other)
        call('ZREM', q.x, id)
        for _, part in ipairs({ q.b, q.e }) do
            local value = call('HGET', part, id)
            if value then
                call('HSET', part, other, value)
            end
        end
        call('HDEL', q.t, id)
        call('HDEL', q.b, id)
        call('HDEL', q.e, id)
    end

    -- Makes a message that is nowhere a dead one.
    function lib.bury(q, id, record, reason)
        record = lib.withState(record, 'x', '-')
        call('HSET', q.t, id, record)
        call('ZADD', q.x, now, id)
        call('HSET', q.e, id, reason)
        call('HDEL', q.p, id)
        lib.tell(q, id)
        lib.count(q, 'deadLettered')
        local content = call('HGET', q.q, id)
        if content then
            lib.rename(q, id, record)
            call('HDEL', q.q, id)
            lib.admit(q, id, content, 0)
        end
    end

    -- Deletes dead messages beyond the retention, the oldest first, in slices larger than what one exchange can add.
    function lib.trimDead(q)
        local surplus = call('ZCARD', q.x) - lib.config(q).deadKeep
        local ids = surplus > 0 and call('ZRANGE', q.x, 0, math.min(surplus, TRIMMED) - 1)
            or call('ZRANGEBYSCORE', q.x, '-inf', now - lib.config(q).deadAge, 'LIMIT', 0, TRIMMED)
        if #ids > 0 then
            call('HDEL', q.t, unpack(ids))
            call('HDEL', q.b, unpack(ids))
            call('HDEL', q.e, unpack(ids))
            call('ZREM', q.x, unpack(ids))
            lib.count(q, 'purged', #ids)
        end
    end

    -- Ends a lease whose time is over or that was given back: the message is ready again, in its old place.
    function lib.endLease(q, id, record)
        call('ZREM', q.l, id)
        local group = lib.groupOf(record)
        local mark = lib.markOf(record)
        if mark == 'c' then
            lib.count(q, 'cancelled')
            lib.forget(q, id)
        else
            lib.makeReady(q, id, record)
        end
        if group then
            lib.freeSlot(q, group)
        end
    end

    function lib.usedUp(record)
        return 'handed out ' .. lib.deliveriesOf(record) .. ' times, as often as it may be'
    end

    -- The same if its worker has let it expire: that is told from its handler's failures, and ends somewhere too.
    function lib.reclaim(q, id, record)
        lib.count(q, 'reclaimed')
        if lib.markOf(record) == 'c' or not lib.isUsedUp(q, record) then
            lib.endLease(q, id, record)
        else
            call('ZREM', q.l, id)
            lib.bury(q, id, record, lib.usedUp(record))
            lib.freeSlotOf(q, record)
        end
    end

    function lib.expire(q, id, record)
        lib.leave(q, id, record)
        lib.count(q, 'expired')
        lib.forget(q, id)
    end
end

-- Enqueueing with an id that is known ---------------------------------------------------------------------------------

chapters[#chapters + 1] = function()
    -- Gives a message that waits new content, or a new delay; it keeps its place, counts, priority and group.
    function lib.change(q, id, record, body, delay, new, flags)
        if string.find(flags, 'u', 1, true) then
            local t = lib.tailOf(record)
            t.lease, t.attempts, t.deliveries, t.expires, t.size = new.lease, new.attempts, new.deliveries, new.expires, #body
            record = string.sub(record, 1, 43) .. lib.tail(t)
            call('HSET', q.t, id, record)
            call('HSET', q.b, id, body)
        end
        if string.find(flags, 'd', 1, true) then
            if delay == 0 then
                lib.leave(q, id, record)
                lib.makeReady(q, id, record)
            else
                if lib.stateOf(record) ~= 'd' then
                    lib.leave(q, id, record)
                    call('HSET', q.t, id, lib.withState(record, 'd', '-'))
                end
                call('ZADD', q.d, now + delay, id)
            end
        end
        return 'u'
    end

    -- Enqueues a message whose id may be in use; gives nil if it is not, and the message is to be added.
    function lib.judge(q, id, body, options, record, window)
        if not record then
            if not window then
                return nil
            elseif window <= now then
                call('ZREM', q.u, id)
                return nil
            end
            local _, _, flags = lib.parse(options)
            if not string.find(flags, 'q', 1, true) then
                return 'd'
            end
            lib.admit(q, id, options .. '\0' .. body, window - now)
            return 'r'
        end
        local state = lib.stateOf(record)
        if state == 'l' and tonumber(call('ZSCORE', q.l, id)) <= now then
            lib.reclaim(q, id, record)
            return lib.judge(q, id, body, options, call('HGET', q.t, id), nil)
        end
        if state == 'x' then
            lib.rename(q, id, record)
            return nil
        end
        local delay, new, flags = lib.parse(options)
        local update, requeue = string.find(flags, 'u', 1, true), string.find(flags, 'q', 1, true)
        if state == 'l' then
            if not requeue then
                return 'l'
            elseif call('HEXISTS', q.q, id) == 0 then
                call('HSET', q.q, id, options .. '\0' .. body)
                return 'r'
            elseif update then
                call('HSET', q.q, id, options .. '\0' .. body)
                return 'u'
            end
            return 'q'
        elseif state == 'w' and window and window > now then
            if not requeue then
                return 'd'
            elseif update then
                return lib.change(q, id, record, body, delay, new, 'u')
            end
            return 'q'
        end
        local expires = lib.tailOf(record).expires
        if expires > 0 and expires <= now then
            lib.expire(q, id, record)
            return lib.judge(q, id, body, options, call('HGET', q.t, id), nil) -- content that has waited may have the id now
        end
        if update or string.find(flags, 'd', 1, true) then
            return lib.change(q, id, record, body, delay, new, flags)
        end
        return 'q'
    end
end

-- Enqueueing ----------------------------------------------------------------------------------------------------------

chapters[#chapters + 1] = function()
    -- Enqueues messages in order, each for itself; gives a letter for each: a added, u updated, r requeued, q already queued,
    -- l locked, d deduplicated. The first write needs memory, so nothing is half done if there is none.
    function lib.enqueue(q, ids, bodies, options)
        local n = #ids
        local sequence = call('HINCRBY', q.c, 'sequence', n) - n
        local records = call('HMGET', q.t, unpack(ids))
        local windows = call('EXISTS', q.u) == 1 and call('ZMSCORE', q.u, unpack(ids))
        local letters, accepted = {}, 0
        -- What is written together, and is not yet.
        local newBodies, newRecords, ready, delayed = {}, {}, {}, {}

        local function write()
            if #newBodies > 0 then
                call('HSET', q.b, unpack(newBodies))
                call('HSET', q.t, unpack(newRecords))
                if #ready > 0 then call('ZADD', q.r, unpack(ready)) end
                if #delayed > 0 then call('ZADD', q.d, unpack(delayed)) end
                newBodies, newRecords, ready, delayed = {}, {}, {}, {}
            end
        end

        -- The record of a message without options, the most by far, as newRecord would make it.
        local plain, restOfPlain = 'r-' .. NEW .. ':%d:0:0:%d', ':0:' .. nowText .. ':0:0:'

        local seen, dirty = {}, false
        for i = 1, n do
            local id, letter = ids[i], nil
            if seen[id] then
                write()
                dirty = true
            end
            seen[id] = true
            if dirty then -- an earlier one may have changed what is known
                records[i] = call('HGET', q.t, id)
                local window = call('ZSCORE', q.u, id)
                if window then
                    letter = lib.judge(q, id, bodies[i], options[i], records[i], tonumber(window))
                elseif records[i] then
                    letter = lib.judge(q, id, bodies[i], options[i], records[i], nil)
                end
            elseif records[i] or windows and windows[i] then
                write()
                dirty = true
                letter = lib.judge(q, id, bodies[i], options[i], records[i], windows and windows[i] and tonumber(windows[i]))
            end
            if not letter then
                letter = 'a'
                sequence = sequence + 1
                local at = #newBodies
                newBodies[at + 1], newBodies[at + 2] = id, bodies[i]
                newRecords[at + 1] = id
                if options[i] == '' then
                    newRecords[at + 2] = string.format(plain, #bodies[i], sequence) .. restOfPlain
                    local k = #ready
                    ready[k + 1], ready[k + 2] = lib.int(sequence), id
                else
                    local delay, t, flags = lib.parse(options[i])
                    if string.find(flags, 'i', 1, true) then -- else it was made for this message, and has no earlier result
                        call('DEL', lib.resultKey(q, id))
                    end
                    t.sequence, t.enqueued, t.size = sequence, now, #bodies[i]
                    if delay > 0 then
                        newRecords[at + 2] = lib.newRecord('d', t)
                        local k = #delayed
                        delayed[k + 1], delayed[k + 2] = lib.int(now + delay), id
                    elseif t.group == '' then
                        newRecords[at + 2] = lib.newRecord('r', t)
                        local k = #ready
                        ready[k + 1], ready[k + 2] = lib.int(lib.readyScore(t)), id
                    else
                        newRecords[at + 2] = lib.newRecord('g', t)
                        write()
                        call('ZADD', q.g, 0, lib.place(t, id))
                        lib.offerGroup(q, t.group)
                    end
                end
            end
            letters[i] = letter
            if letter == 'a' or letter == 'r' then
                accepted = accepted + 1
            end
        end
        write()
        lib.count(q, 'accepted', accepted)
        return table.concat(letters)
    end
end
