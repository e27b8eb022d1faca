package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.FieldExpiry;
import dev.carmine.client.command.FieldPersist;
import dev.carmine.protocol.RespReader;
import java.util.List;

/** The decoders of replies about fields that expire. */
public final class HashFieldDecoders {
    /** What became of each field that was to expire. */
    public static final ReplyDecoder<List<FieldExpiry>> FIELD_EXPIRIES =
            new BuiltInDecoder<>(in -> Values.list(in, HashFieldDecoders::expiry));

    /** What became of each field that was to live for ever. */
    public static final ReplyDecoder<List<FieldPersist>> FIELD_PERSISTS =
            new BuiltInDecoder<>(in -> Values.list(in, HashFieldDecoders::persist));

    private HashFieldDecoders() {}

    private static FieldExpiry expiry(RespReader in) {
        long code = in.readLong();
        return switch ((int) code) {
            case -2 -> FieldExpiry.NO_FIELD;
            case 0 -> FieldExpiry.CONDITION_NOT_MET;
            case 1 -> FieldExpiry.SET;
            case 2 -> FieldExpiry.DELETED;
            default -> throw unknown(code);
        };
    }

    private static FieldPersist persist(RespReader in) {
        long code = in.readLong();
        return switch ((int) code) {
            case -2 -> FieldPersist.NO_FIELD;
            case -1 -> FieldPersist.NO_EXPIRY;
            case 1 -> FieldPersist.PERSISTED;
            default -> throw unknown(code);
        };
    }

    private static CarmineProtocolException unknown(long code) {
        return new CarmineProtocolException("the reply has an unknown code for a field: " + code, -1, null);
    }
}
