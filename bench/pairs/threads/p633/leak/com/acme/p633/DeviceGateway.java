package com.acme.p633;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Understands HELLO and BYE of the device protocol. */
public class DeviceGateway {
    public void onMessage(String message, OutputStream channel) throws IOException {
        if (message.startsWith("HELLO ")) {
            DeviceDirectory.connected(new DeviceSession("SN-" + message.substring(6), channel));
        } else if (message.startsWith("BYE ")) {
            String serial = "SN-" + message.substring(4);
            Optional<DeviceSession> session = DeviceDirectory.find(serial);
            DeviceDirectory.disconnected(serial);
            if (session.isPresent()) {
                session.get().close();
            }
        }
    }
}
