-- Sets fields of a hash if none of them exists: HSETEX with FNX, for servers that do not have that.
--
-- KEYS[1]  the key
-- ARGV[1]  FNX
-- ARGV[2]  FIELDS
-- ARGV[3]  how many fields there are
-- ARGV[4]  and all behind it: fields and values in turn
-- Reply    1; 0 if one of the fields exists
for i = 4, #ARGV, 2 do
  if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 1 then
    return 0
  end
end
for i = 4, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
return 1
