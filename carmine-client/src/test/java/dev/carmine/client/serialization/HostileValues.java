package dev.carmine.client.serialization;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.reply.Decoders;
import dev.carmine.client.internal.value.StoredValues;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold for all stored bytes, whoever has written them: they are read, or refused in the one way there is. */
final class HostileValues {
    static final List<TypeRef<?>> TYPES = List.of(
            TypeRef.of(Customer.class),
            TypeRef.of(Object.class),
            new TypeRef<Map<String, List<Customer.Address>>>() {},
            new TypeRef<Set<Customer.Address>>() {},
            TypeRef.of(Customer[].class),
            TypeRef.of(DayOfWeek.class),
            TypeRef.of(ZonedDateTime.class),
            TypeRef.of(Integer.class));

    static final List<Serializer> SERIALIZERS = List.of(
            JacksonSerializer.smile(),
            JacksonSerializer.json(),
            ZstdSerializer.over(JacksonSerializer.smile()).withThreshold(0).withMaxSize(1_000_000));

    private HostileValues() {}

    /** Whether the bytes were read; fails with whatever else may come of them. */
    static boolean readOrRefuse(Serializer serializer, byte[] bytes, TypeRef<?> type) {
        try {
            Object unused = Decoders.valueAs(type)
                    .with(new StoredValues(serializer, "GET"))
                    .finish(bytes);
            return true;
        } catch (CarmineSerializationException e) {
            return false;
        }
    }
}
