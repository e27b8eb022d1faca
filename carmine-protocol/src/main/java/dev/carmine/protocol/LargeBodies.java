package dev.carmine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The large bodies of one frame in their order, each with its place: the index, from the start of the frame, of the
 * byte before which the body belongs. A large bulk that was complete in the buffer when its header was found stays
 * there and is not in this list.
 */
final class LargeBodies {

    private final List<LargeBody> bodies = new ArrayList<>();
    private int[] places = new int[4];

    void add(LargeBody body, int place) {
        if (bodies.size() == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[bodies.size()] = place;
        bodies.add(body);
    }

    /** Whether the body of this number exists and belongs to this place. */
    boolean isAt(int number, int place) {
        return number < bodies.size() && places[number] == place;
    }

    byte[] bytes(int number) {
        return bodies.get(number).bytes();
    }

    void clear() {
        if (!bodies.isEmpty()) {
            bodies.clear();
        }
    }
}
