package dev.carmine.it.server;

import dev.carmine.it.wire.RawConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server says about itself in INFO.
 *
 * @param flavour whose server it is
 * @param version its own version
 * @param redisLevel the version of Redis whose commands it has; for Redis the same as {@code version}
 * @param processId its process
 */
record ServerInfo(Flavour flavour, Version version, Version redisLevel, long processId) {

    static ServerInfo of(RawConnection connection) {
        Map<String, String> fields = fields(connection.text("INFO", "server"));
        Version redis = Version.of(required(fields, "redis_version"));
        long processId = Long.parseLong(required(fields, "process_id"));
        String valkey = fields.get("valkey_version");
        return valkey == null
                ? new ServerInfo(Flavour.REDIS, redis, redis, processId)
                : new ServerInfo(Flavour.VALKEY, Version.of(valkey), redis, processId);
    }

    static Map<String, String> fields(String info) {
        Map<String, String> fields = new HashMap<>();
        for (String line : info.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return fields;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("INFO of the server has no field " + name + "; is it a Redis or Valkey?");
        }
        return value;
    }
}
