package com.acme.c602;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 fingerprints of uploaded parts. */
public final class Fingerprints {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Fingerprints::newDigest);

    private Fingerprints() {
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String of(byte[] part) {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        byte[] hash = digest.digest(part);
        StringBuilder hex = new StringBuilder(hash.length * 2);
        for (byte b : hash) {
            hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    public static String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static boolean matches(byte[] part, String expected) {
        return of(part).equalsIgnoreCase(expected);
    }
}
