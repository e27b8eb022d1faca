-- Sets a key if its value equals another: SET with IFEQ, for servers that do not have that.
--
-- KEYS[1]  the key
-- ARGV[1]  the new value
-- ARGV[2]  IFEQ, or IFSHA1
-- ARGV[3]  the expected value, or its SHA-1
-- ARGV[4]  and all behind it: what else SET is told of the time to live
-- Reply    OK; nil if the key has another value or none
local value = redis.call('GET', KEYS[1])
if value and ARGV[2] == 'IFSHA1' then
  value = redis.sha1hex(value)
end
if value ~= ARGV[3] then
  return false
end
return redis.call('SET', KEYS[1], ARGV[1], unpack(ARGV, 4))
