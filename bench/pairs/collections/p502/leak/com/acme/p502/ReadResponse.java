package com.acme.p502;

public class ReadResponse extends Frame {
    private final String share;

    public ReadResponse(long messageId, String share) {
        super(messageId);
        this.share = share;
    }

    public String share() {
        return share;
    }
}
