/**
 * Rules about the project itself that no compiler checks: who may depend on whom, what published code may use, how long
 * a file may be, whether the versions in the poms agree, whether the documents speak of code that exists. None of these
 * tests needs a server.
 */
@NullMarked
package dev.carmine.it.layout;

import org.jspecify.annotations.NullMarked;
