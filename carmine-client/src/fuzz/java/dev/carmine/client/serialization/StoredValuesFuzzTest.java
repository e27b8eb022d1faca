package dev.carmine.client.serialization;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for stored bytes that are neither read nor refused. */
class StoredValuesFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void anyBytesAsAnyType(FuzzedDataProvider data) {
        int serializer = data.consumeInt(0, HostileValues.SERIALIZERS.size() - 1);
        int type = data.consumeInt(0, HostileValues.TYPES.size() - 1);
        HostileValues.readOrRefuse(
                HostileValues.SERIALIZERS.get(serializer),
                data.consumeRemainingAsBytes(),
                HostileValues.TYPES.get(type));
    }
}
