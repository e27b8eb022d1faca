-- Ends a recurring message; what has been enqueued already stays.
--
-- ARGV  name
-- Reply 1 if there was one, else 0

call('ZREM', own.st, ARGV[1])
local known = call('HDEL', own.s, ARGV[1])
lib.wake(own)
return known
