/** The queue's scripts, each for itself, on a real server and with a clock that the tests set. */
@NullMarked
package dev.carmine.it.mq.script;

import org.jspecify.annotations.NullMarked;
