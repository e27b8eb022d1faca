package dev.carmine.it.mq.script;

import dev.carmine.mq.internal.MessageRecord;

/**
 * A message as an exchange hands it out.
 *
 * @param id its id
 * @param record what the server keeps of it
 * @param lease in milliseconds
 * @param body what was enqueued
 */
record Granted(String id, MessageRecord record, long lease, String body) {
    String fence() {
        return record.fence();
    }
}
