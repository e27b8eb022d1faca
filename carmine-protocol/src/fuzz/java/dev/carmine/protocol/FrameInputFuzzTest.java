package dev.carmine.protocol;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Looks for bytes, and ways to split them, for which {@link HostileInput} does not hold. */
class FrameInputFuzzTest {

    private static final int LONGEST_PIECE = 64;

    @FuzzTest(maxDuration = "60s")
    void anyBytesInAnyPieces(FuzzedDataProvider data) {
        List<byte[]> pieces = new ArrayList<>();
        while (data.remainingBytes() > 0) {
            pieces.add(data.consumeBytes(data.consumeInt(1, LONGEST_PIECE)));
        }
        HostileInput.check(pieces);
    }
}
