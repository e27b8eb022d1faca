package dev.carmine.client.serialization;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of everything that people store. */
record Customer(
        String name,
        int visits,
        long points,
        double rating,
        boolean active,
        char initial,
        @Nullable String note,
        BigDecimal balance,
        BigInteger serial,
        UUID id,
        DayOfWeek day,
        Optional<String> nickname,
        Optional<String> title,
        OptionalLong limit,
        Instant created,
        LocalDate birthday,
        LocalDateTime local,
        ZonedDateTime zoned,
        OffsetDateTime offset,
        Duration patience,
        Address address,
        List<Address> others,
        List<@Nullable String> gaps,
        Set<DayOfWeek> openOn,
        Map<String, List<Integer>> scores,
        Map<DayOfWeek, Address> byDay) {

    record Address(String street, @Nullable String city, int number) {}

    /** Fields that later versions have and this one has not, and the other way round. */
    record Older(String name, int visits, String removed) {}

    record Newer(
            String name,
            int visits,
            int added,
            @Nullable String text,
            Optional<String> maybe,
            @Nullable List<String> list,
            boolean flag) {}

    static Customer example() {
        Map<String, List<Integer>> scores = new LinkedHashMap<>();
        scores.put("z", List.of(1, 2, 3));
        scores.put("a", List.of());
        return new Customer(
                "Gr\u00fc\u00dfe \uD83D\uDE00",
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                0.1,
                true,
                'x',
                null,
                new BigDecimal("12345678901234567890.1200"),
                BigInteger.TWO.pow(200),
                new UUID(1, 2),
                DayOfWeek.FRIDAY,
                Optional.of("G"),
                Optional.empty(),
                OptionalLong.of(7),
                Instant.parse("2026-11-23T10:15:30.123456789Z"),
                LocalDate.of(1970, 1, 1),
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1),
                ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin")),
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-3)),
                Duration.ofSeconds(-1, 5),
                new Address("Main", null, 1),
                List.of(new Address("A", "B", 2), new Address("", "", 0)),
                Arrays.asList("a", null, "b"),
                Set.of(DayOfWeek.MONDAY),
                scores,
                Map.of(DayOfWeek.SUNDAY, new Address("S", null, 3)));
    }
}
