-- Cancels messages, and content that waits behind them. One that is being handled is dropped when its run ends, unless
-- that is a success; its handler hears of it when its lease is next extended.
--
-- ARGV  ids
-- Reply a letter for each: c cancelled, p pending until its run ends, n there is none

call('ZREM', own.m, '') -- so that it passes when the memory is full

local letters = {}
for i, id in ipairs(ARGV) do
    local record = call('HGET', own.t, id)
    if not record or lib.stateOf(record) == 'x' then
        letters[i] = 'n'
    elseif lib.stateOf(record) == 'l' and tonumber(call('ZSCORE', own.l, id)) > now then
        lib.count(own, 'cancelled', call('HDEL', own.q, id))
        call('HSET', own.t, id, lib.withState(record, 'l', 'c'))
        letters[i] = 'p'
    else
        lib.count(own, 'cancelled', 1 + call('HDEL', own.q, id))
        if lib.stateOf(record) == 'l' then
            call('ZREM', own.l, id)
            if lib.groupOf(record) then
                lib.freeSlot(own, lib.groupOf(record))
            end
        else
            lib.leave(own, id, record)
        end
        lib.forget(own, id)
        letters[i] = 'c'
    end
end
lib.writeCounts(own)
lib.wake(own)
return table.concat(letters)
