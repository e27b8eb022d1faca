-- Deletes a field of a hash if its value equals another.
--
-- KEYS[1]  the key
-- ARGV[1]  the field
-- ARGV[2]  IFEQ, or IFSHA1
-- ARGV[3]  the expected value, or its SHA-1
-- Reply    1; 0 if the field has another value or none
local value = redis.call('HGET', KEYS[1], ARGV[1])
if value and ARGV[2] == 'IFSHA1' then
  value = redis.sha1hex(value)
end
if value ~= ARGV[3] then
  return 0
end
return redis.call('HDEL', KEYS[1], ARGV[1])
