package com.acme.p504;

import java.io.IOException;

public interface PeerInfo {
    String host();

    int port();

    OutboundConnectionCache.Wire open() throws IOException;
}
