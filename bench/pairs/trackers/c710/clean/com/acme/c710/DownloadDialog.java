package com.acme.c710;

public class DownloadDialog implements DownloadBus.Listener {

    private final long id;
    private int shown;

    public DownloadDialog(long id) {
        this.id = id;
    }

    public void start(Runnable transfer) {
        DownloadBus.get().add(this);
        try {
            transfer.run();
        } finally {
            finished();
        }
    }

    @Override
    public void progress(long downloadId, int percent) {
        if (downloadId == id) {
            shown = percent;
        }
    }

    private void finished() {
        DownloadBus.get().remove(this);
    }

    public int shown() {
        return shown;
    }
}
