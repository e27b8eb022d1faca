package dev.carmine.client.command;

import java.time.Duration;
import java.util.stream.Stream;

class ConnectionsTest extends FactoryContract {
    ConnectionsTest() {
        super(Connections.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Connections.auth("p"), "AUTH p"),
            row(Connections.auth("u", "p"), "AUTH u p"),
            row(Connections.clientCaching(ClientCaching.YES), "CLIENT CACHING YES"),
            row(Connections.clientCapa("redirect", "c2"), "CLIENT CAPA redirect c2"),
            row(Connections.clientGetname(), "CLIENT GETNAME"),
            row(Connections.clientGetredir(), "CLIENT GETREDIR"),
            row(Connections.clientId(), "CLIENT ID"),
            row(Connections.clientImportSource(OnOff.ON), "CLIENT IMPORT-SOURCE ON"),
            row(Connections.clientInfo(), "CLIENT INFO"),
            row(Connections.clientKill(ClientKillArgs.id(8)), "CLIENT KILL ID 8"),
            row(Connections.clientList(), "CLIENT LIST"),
            row(Connections.clientList(ClientListArgs.ids(7, 8)), "CLIENT LIST ID 7 8"),
            row(Connections.clientNoEvict(OnOff.ON), "CLIENT NO-EVICT ON"),
            row(Connections.clientNoTouch(OnOff.OFF), "CLIENT NO-TOUCH OFF"),
            row(Connections.clientPause(Duration.ofSeconds(9)), "CLIENT PAUSE 9000"),
            row(Connections.clientPause(Duration.ofSeconds(9), PauseMode.WRITE), "CLIENT PAUSE 9000 WRITE"),
            row(Connections.clientSetinfo(ClientLibrary.VERSION, "1.2"), "CLIENT SETINFO LIB-VER 1.2"),
            row(Connections.clientSetname("n"), "CLIENT SETNAME n"),
            row(Connections.clientTracking(ClientTrackingArgs.optIn()), "CLIENT TRACKING ON OPTIN"),
            row(Connections.clientTrackingOff(), "CLIENT TRACKING OFF"),
            row(Connections.clientTrackinginfo(), "CLIENT TRACKINGINFO"),
            row(Connections.clientUnblock(8), "CLIENT UNBLOCK 8"),
            row(Connections.clientUnblock(8, UnblockMode.ERROR), "CLIENT UNBLOCK 8 ERROR"),
            row(Connections.clientUnpause(), "CLIENT UNPAUSE"),
            row(Connections.hello(), "HELLO"),
            row(Connections.reset(), "RESET"),
            row(Connections.select(3), "SELECT 3"));
    }
    // spotless:on
}
