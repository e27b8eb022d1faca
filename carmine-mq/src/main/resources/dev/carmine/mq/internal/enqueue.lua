-- Enqueues messages, each for itself: one that is refused does not stop the others, and an id that comes twice is judged
-- in order. The same token within a minute gets the first answer, and nothing happens.
--
-- ARGV  token, then for each message: id, envelope, options
--       options: empty, or delay:lease:attempts:deliveries:priority:expiresAfter:flags:group, where flags are made of
--       u (update what waits), q (wait behind a run or a window), d (set the delay anew), i (the id may have been used
--       before; alone if there is nothing else), and times are in ms
-- Reply a letter for each message: a added, u updated, r requeued, q already queued, l locked, d deduplicated

local MINUTE = 60000
local minute = math.floor(now / MINUTE)
local this, last = own.k0, own.k1
if minute % 2 == 1 then
    this, last = last, this
end

local function answered(key, ofMinute)
    local found = call('HMGET', key, '@', ARGV[1])
    return found[1] == lib.int(ofMinute), found[2]
end

local current, reply = answered(this, minute)
if current and reply then
    return reply
end
local recent, earlier = answered(last, minute - 1)
if recent and earlier then
    return earlier
end

local ids, bodies, options = {}, {}, {}
for i = 2, #ARGV, 3 do
    local n = #ids + 1
    ids[n], bodies[n], options[n] = ARGV[i], ARGV[i + 1], ARGV[i + 2]
end
local letters = lib.enqueue(own, ids, bodies, options)
if not current then
    call('UNLINK', this)
    call('HSET', this, '@', lib.int(minute))
    call('PEXPIRE', this, 2 * MINUTE)
end
call('HSET', this, ARGV[1], letters)
lib.writeCounts(own)
lib.wake(own)
return letters
