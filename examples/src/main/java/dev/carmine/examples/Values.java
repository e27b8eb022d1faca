package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.Command;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.SyncCommands;
import dev.carmine.client.serialization.JacksonSerializer;
import dev.carmine.client.serialization.ZstdSerializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;

/** The snippets of {@code docs/values.md}: objects in and out. */
final class Values {
    private Values() {}

    record User(String name, int age, Optional<String> nickname) {}

    static List<?> objects(Carmine redis) {
        redis.set("user:1", new User("Ann", 41, Optional.empty()));
        User user = redis.get("user:1", User.class);

        SyncCommands<User> users = redis.as(User.class); // a view: every command, with values read as users
        users.hset("users", Map.of("ann", user));
        Map<String, User> all = users.hgetall("users");

        redis.set("list", List.of(user));
        List<User> list = redis.get("list", new TypeRef<List<User>>() {}); // a type with type arguments
        return List.of(user, all, list);
    }

    static List<?> everyFace(Carmine redis) {
        Pipeline pipeline = redis.pipeline();
        redis.set("visits", 1);
        Long visits = redis.as(Long.class).get("visits");
        List<User> found = redis.as(User.class).mget("user:1", "user:2"); // null for those that are missing
        CompletableFuture<User> later = redis.async().as(User.class).get("user:1");
        Reply<User> inPipeline = pipeline.as(User.class).get("user:1");
        User any =
                redis.call(Command.of("GET").key("user:1").as(User.class)); // any command that answers with one value
        pipeline.flush();
        return List.of(visits, found.get(0), later.join(), inPipeline.get(), any);
    }

    static ClientOptions json() {
        ClientOptions readable = ClientOptions.builder()
                .uri("redis://localhost")
                .serializer(JacksonSerializer.json()) // larger and slower than Smile, and readable by everybody
                .build();
        return readable;
    }

    static ClientOptions compression() {
        ClientOptions compressing = ClientOptions.builder()
                .uri("redis://localhost")
                .serializer(ZstdSerializer.over(JacksonSerializer.smile()).withThreshold(4096))
                .build();
        return compressing;
    }

    static ClientOptions stricter() {
        ClientOptions strict = ClientOptions.builder()
                .uri("redis://localhost")
                .serializer(JacksonSerializer.of(JacksonSerializer.smileMapper()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build()))
                .build();
        return strict;
    }

    /** Writes Smile, and also reads the JSON that was stored before. */
    record SmileOverJson(Serializer smile, Serializer json) implements Serializer {
        @Override
        public byte[] serialize(Object value) {
            return smile.serialize(value);
        }

        @Override
        public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
            return (bytes.length > 0 && bytes[0] == ':' ? smile : json).deserialize(bytes, type);
        }
    }

    static ClientOptions modules(JacksonModule module) {
        ClientOptions withModules = ClientOptions.builder()
                .uri("redis://localhost")
                .serializer(JacksonSerializer.of(
                        JacksonSerializer.smileMapper().addModule(module).build()))
                .build();
        return withModules;
    }
}
