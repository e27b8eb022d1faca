package dev.carmine.client.command;

import java.util.stream.Stream;

class AclTest extends FactoryContract {
    AclTest() {
        super(Acl.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Acl.aclCat(), "ACL CAT"),
            row(Acl.aclCat("read"), "ACL CAT read"),
            row(Acl.aclDeluser("u1", "u2"), "ACL DELUSER u1 u2"),
            row(Acl.aclDryrun("u", "SET", "k", 1), "ACL DRYRUN u SET k 1"),
            row(Acl.aclGenpass(), "ACL GENPASS"),
            row(Acl.aclGenpass(32), "ACL GENPASS 32"),
            row(Acl.aclGetuser("u"), "ACL GETUSER u"),
            row(Acl.aclList(), "ACL LIST"),
            row(Acl.aclLoad(), "ACL LOAD"),
            row(Acl.aclLog(), "ACL LOG"),
            row(Acl.aclLog(3), "ACL LOG 3"),
            row(Acl.aclLogReset(), "ACL LOG RESET"),
            row(Acl.aclSave(), "ACL SAVE"),
            row(Acl.aclSetuser("u", AclRules.reset().on().keys("a*")), "ACL SETUSER u reset on ~a*"),
            row(Acl.aclSetuser("u", "on", ">p"), "ACL SETUSER u on >p"),
            row(Acl.aclUsers(), "ACL USERS"),
            row(Acl.aclWhoami(), "ACL WHOAMI"));
    }
    // spotless:on
}
