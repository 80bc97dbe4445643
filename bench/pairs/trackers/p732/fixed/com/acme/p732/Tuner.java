package com.acme.p732;

public class Tuner {

    private final SampleDispatcher dispatcher;
    private final int blockSize;
    private double phase;

    public Tuner(SampleDispatcher dispatcher, int blockSize) {
        this.dispatcher = dispatcher;
        this.blockSize = blockSize;
    }

    public void onUsbTransfer(byte[] raw) {
        float[] samples = new float[blockSize];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (raw[i % raw.length] / 128.0 * Math.cos(phase));
            phase += 0.01;
        }
        dispatcher.receive(samples);
    }
}
