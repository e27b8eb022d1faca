package dev.carmine.client.serialization;

import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.smile.SmileFactory;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * Serializes with Jackson: {@linkplain #smile() Smile}, the binary form of JSON, by default, or {@linkplain #json()
 * JSON}. Records, beans, enums, {@code java.time}, {@code Optional}, collections and big numbers are read as they were
 * written. Fields that the type does not have are ignored, and those that are missing get their default: what a bean's
 * own constructor leaves there, and in a record null, 0, false or an empty {@code Optional}. So a type can grow while old
 * values are still stored. Enum constants are stored by name. What is something else than the type has there, such as
 * text for a number, is refused.
 *
 * <p>No class name is ever read: neither by default typing nor by annotations that ask for it
 * ({@code @JsonTypeInfo(use = Id.CLASS)}), nor as a value or key of type {@code Class}. Types with subtypes are told
 * apart by names, with {@code Id.NAME}. A value may be nested 500 deep and have ten million parts; other limits are those
 * of Jackson's {@code StreamReadConstraints}.
 *
 * <p>Types in a named module must be open to {@code tools.jackson.databind}. Thread-safe.
 *
 * @see <a href="https://github.com/FasterXML/smile-format-specification">Smile</a>
 */
public final class JacksonSerializer implements Serializer {
    /** A stored byte can stand for an object of many bytes: this bounds how many of them there may be. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxTokenCount(10_000_000).build();

    /** So that types made anew for every read, against all advice, cannot fill the memory. */
    private static final int MOST_READERS = 1_000;

    private final ObjectMapper mapper;

    /** By type, each with the deserializer that Jackson would look up for every value. */
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    /** Whether values begin with the header of Smile. */
    private final boolean smile;

    private JacksonSerializer(ObjectMapper mapper) {
        this.mapper = mapper;
        this.smile = mapper instanceof SmileMapper;
    }

    /**
     * Serializes as Smile; the default of clients.
     *
     * @return the one serializer with {@link #smileMapper()} as it is
     */
    public static JacksonSerializer smile() {
        return SmileDefault.SERIALIZER;
    }

    /**
     * Serializes as JSON, for values that other programs and people are to read; they are longer, and take longer.
     *
     * @return the one serializer with {@link #jsonMapper()} as it is
     */
    public static JacksonSerializer json() {
        return JsonDefault.SERIALIZER;
    }

    /**
     * Serializes with a mapper of the user's, best made from {@link #smileMapper()} or {@link #jsonMapper()}: what this
     * class promises about types and class names is what these have been told.
     *
     * @param mapper any mapper
     * @return a serializer
     */
    public static JacksonSerializer of(ObjectMapper mapper) {
        return new JacksonSerializer(Objects.requireNonNull(mapper, "mapper"));
    }

    /**
     * Begins a mapper for Smile with what this class promises, to be changed as needed: {@code
     * JacksonSerializer.of(JacksonSerializer.smileMapper().addModule(mine).build())}.
     *
     * @return a new builder
     */
    public static SmileMapper.Builder smileMapper() {
        // Bytes within objects as they are: to keep the bytes 0xFE and 0xFF out of them would make them an eighth
        // longer.
        SmileFactory factory = SmileFactory.builder()
                .disable(SmileWriteFeature.ENCODE_BINARY_AS_7BIT)
                .enable(SmileWriteFeature.LENIENT_UTF_ENCODING)
                .streamReadConstraints(LIMITS)
                .build();
        return configured(SmileMapper.builder(factory));
    }

    /**
     * Begins a mapper for JSON with what this class promises, to be changed as needed.
     *
     * @return a new builder
     */
    public static JsonMapper.Builder jsonMapper() {
        return configured(JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(LIMITS).build()));
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        return builder
                // What the type does not have is ignored, what is missing has its default.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // What is something else is refused rather than bent into shape.
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // An object of which nothing could be stored is refused.
                .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // Constants by their names, which programs agree on; toString() may say anything.
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                // Times with the zone and the offset that they had.
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
                .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
                .polymorphicTypeValidator(new NoClassNames())
                .addModule(new SimpleModule("carmine")
                        .addDeserializer(Class.class, new Refused<>(Class.class))
                        .addKeyDeserializer(Class.class, new RefusedKey())
                        .addDeserializer(JavaType.class, new Refused<>(JavaType.class)));
    }

    @Override
    public byte[] serialize(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw JacksonFailure.whenWriting(e);
        }
    }

    @Override
    public <T> @Nullable T deserialize(byte[] bytes, TypeRef<T> type) {
        if (smile) {
            Formats.requireSmile(bytes);
        }
        try {
            return readerOf(type.type()).readValue(bytes);
        } catch (JacksonException e) {
            throw JacksonFailure.whenReading(e);
        }
    }

    private ObjectReader readerOf(Type type) {
        ObjectReader known = readers.get(type);
        if (known == null) {
            known = mapper.readerFor(mapper.constructType(type));
            if (readers.size() < MOST_READERS) {
                readers.put(type, known);
            }
        }
        return known;
    }

    /** Made when somebody asks for it. */
    private static final class SmileDefault {
        static final JacksonSerializer SERIALIZER = of(smileMapper().build());
    }

    /** Made when somebody asks for it. */
    private static final class JsonDefault {
        static final JacksonSerializer SERIALIZER = of(jsonMapper().build());
    }

    /** Denies every type whose subtypes would be named by their classes. */
    private static final class NoClassNames extends PolymorphicTypeValidator {
        private static final long serialVersionUID = 1;

        @Override
        public Validity validateBaseType(DatabindContext context, JavaType baseType) {
            return Validity.DENIED;
        }

        @Override
        public Validity validateSubClassName(DatabindContext context, JavaType baseType, String name) {
            return Validity.DENIED;
        }

        @Override
        public Validity validateSubType(DatabindContext context, JavaType baseType, JavaType type) {
            return Validity.DENIED;
        }
    }

    /** Stands for Jackson's own way to read a type, which is to load the class that is named. */
    private static final class Refused<T> extends StdDeserializer<T> {
        Refused(Class<T> type) {
            super(type);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return context.reportInputMismatch(this, "never read");
        }
    }

    /** The same for the keys of maps. */
    private static final class RefusedKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return context.reportInputMismatch(Class.class, "never read");
        }
    }
}
