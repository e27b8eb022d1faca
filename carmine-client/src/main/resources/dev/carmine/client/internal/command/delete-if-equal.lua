-- Deletes a key if its value equals another: DELEX with IFEQ, for servers that do not have that.
--
-- KEYS[1]  the key
-- ARGV[1]  IFEQ, or IFSHA1
-- ARGV[2]  the expected value, or its SHA-1
-- Reply    1; 0 if the key has another value or none
local value = redis.call('GET', KEYS[1])
if value and ARGV[1] == 'IFSHA1' then
  value = redis.sha1hex(value)
end
if value ~= ARGV[2] then
  return 0
end
return redis.call('DEL', KEYS[1])
