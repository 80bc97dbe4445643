package com.acme.p527;

public final class CallMethod {
    private final String fullName;
    private final Object requestMarshaller;

    public CallMethod(String fullName, Object requestMarshaller) {
        this.fullName = fullName;
        this.requestMarshaller = requestMarshaller;
    }

    public String fullName() {
        return fullName;
    }

    @Override
    public String toString() {
        return "CallMethod{fullName=" + fullName + ", marshaller=" + requestMarshaller + "}";
    }
}
