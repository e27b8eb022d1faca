package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.AclDecoders.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Redis;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that say who may do what on the server. */
public final class Acl {
    private Acl() {}

    // spotless:off
    /** Returns the categories of commands. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-cat/">ACL CAT</a>. */
    @Redis("ACL CAT") public static Command<List<String>> aclCat() { return ACL_CAT.command(TEXTS); }

    /** Returns the commands of a category. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-cat/">ACL CAT</a>. */
    @Redis("ACL CAT") public static Command<List<String>> aclCat(String category) { return ACL_CAT.words().arg(category).command(TEXTS); }

    /** Deletes users, ends their connections, and returns how many users there were. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-deluser/">ACL DELUSER</a>. */
    @Redis("ACL DELUSER") public static Command<Long> aclDeluser(String... users) { return ACL_DELUSER.words().args(users).command(LONG); }

    /** Returns {@code OK} if a user may run a command, which it does not run, else the server's words on why not. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/acl-dryrun/">ACL DRYRUN</a>. */
    @Redis("ACL DRYRUN") public static Command<String> aclDryrun(String user, String command, Object... args) { return ACL_DRYRUN.words().arg(user).arg(command).args(Arrays.asList(args)).command(TEXT); }

    /** Returns a password of 256 random bits in hexadecimal digits. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-genpass/">ACL GENPASS</a>. */
    @Redis("ACL GENPASS") public static Command<String> aclGenpass() { return ACL_GENPASS.command(TEXT); }

    /** Returns a password of so many random bits, 1 to 4096, in hexadecimal digits of four bits each. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-genpass/">ACL GENPASS</a>. */
    @Redis("ACL GENPASS") public static Command<String> aclGenpass(int bits) { return ACL_GENPASS.words().arg(bits).command(TEXT); }

    /** Returns what a user may do, or null if there is no such user. O(N) in the rules, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-getuser/">ACL GETUSER</a>. */
    @Redis("ACL GETUSER") public static Command<@Nullable AclUser> aclGetuser(String user) { return ACL_GETUSER.words().arg(user).command(NULLABLE_USER); }

    /** Returns for each user the line that stands for it in a file of the server, with hashes of passwords. O(N) in the users, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-list/">ACL LIST</a>. */
    @Redis("ACL LIST") public static Command<List<String>> aclList() { return ACL_LIST.command(TEXTS); }

    /** Lets the server read its file of users again, all or none, and returns {@code OK}; an error if it has no such file. O(N) in the users, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-load/">ACL LOAD</a>. */
    @Redis("ACL LOAD") public static Command<String> aclLoad() { return ACL_LOAD.command(TEXT); }

    /** Returns the ten latest refusals, the latest first. O(N) in the entries, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-log/">ACL LOG</a>. */
    @Redis("ACL LOG") public static Command<List<AclLogEntry>> aclLog() { return ACL_LOG.command(LOG_ENTRIES); }

    /** Returns the latest refusals, at most so many, the latest first. O(N) in the entries, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-log/">ACL LOG</a>. */
    @Redis("ACL LOG") public static Command<List<AclLogEntry>> aclLog(long count) { return ACL_LOG.words().arg(count).command(LOG_ENTRIES); }

    /** Lets the server forget the refusals, and returns {@code OK}. O(N) in the entries, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-log/">ACL LOG</a>. */
    @Redis("ACL LOG") public static Command<String> aclLogReset() { return ACL_LOG.words().arg("RESET").command(TEXT); }

    /** Writes the users into the server's file of them, and returns {@code OK}; an error if it has no such file. O(N) in the users, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-save/">ACL SAVE</a>. */
    @Redis("ACL SAVE") public static Command<String> aclSave() { return ACL_SAVE.command(TEXT); }

    /** Applies rules to a user, all or none, whom it makes if missing, and returns {@code OK}. O(N) in the rules, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-setuser/">ACL SETUSER</a>. */
    @Redis("ACL SETUSER") public static Command<String> aclSetuser(String user, AclRules rules) { return ACL_SETUSER.words().arg(user).args(rules.words()).command(TEXT); }

    /** Applies rules in the words of the server to a user, all or none, whom it makes if missing, even without rules, and returns {@code OK}. O(N) in the rules, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-setuser/">ACL SETUSER</a>. */
    @Redis("ACL SETUSER") public static Command<String> aclSetuser(String user, String... rules) { return ACL_SETUSER.words().arg(user).args(Arrays.asList(rules)).command(TEXT); }

    /** Returns the names of all users. O(N) in the users, since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-users/">ACL USERS</a>. */
    @Redis("ACL USERS") public static Command<List<String>> aclUsers() { return ACL_USERS.command(TEXTS); }

    /** Returns the name of the user that runs it. O(1), since 6.0.0: <a href="https://redis.io/docs/latest/commands/acl-whoami/">ACL WHOAMI</a>. */
    @Redis("ACL WHOAMI") public static Command<String> aclWhoami() { return ACL_WHOAMI.command(TEXT); }
    // spotless:on
}
