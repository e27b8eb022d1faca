package dev.carmine.it.mq.fault;

import java.util.List;
import java.util.Set;

/**
 * A queue after a healthy worker has drained it.
 *
 * @param dead contents of all dead messages
 * @param living how many messages are left in other states
 * @param accepted how many enqueues the server has accepted
 * @param acknowledged how many successes it has accepted
 * @param expired how many messages it has dropped since their time was over
 * @param redriven how many dead messages it has made ready again
 * @param findings what fsck says
 */
record EndState(
        Set<String> dead,
        long living,
        long accepted,
        long acknowledged,
        long expired,
        long redriven,
        List<String> findings) {}
