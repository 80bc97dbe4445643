package subscription_never_disposed;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

public class Leaks {
  static class Settings {
    private static final PublishSubject<String> CHANGES = PublishSubject.create();
    private static final PublishSubject<Double> PRICES = PublishSubject.create();
    private static final SubmissionPublisher<String> NEWS = new SubmissionPublisher<>();
  }

  static class Panel {
    private String shown = "";

    void show() {
      Settings.CHANGES.filter(name -> !name.isEmpty()).subscribe(name -> shown = name); // LEAK
    }

    void close() {
      shown = "";
    }
  }

  static class Chart implements AutoCloseable {
    private Disposable subscription;
    private double last;

    void open() {
      subscription = Settings.PRICES.subscribe(price -> last = price); // LEAK
    }

    @Override
    public void close() {
      if (!subscription.isDisposed()) {
        System.out.println("last price " + last);
      }
    }
  }

  static class Clock {
    private long ticks;

    void start() {
      Observable.interval(1, TimeUnit.SECONDS).subscribe(tick -> ticks++); // LEAK
    }

    void stop() {
      ticks = 0;
    }
  }

  static class Meter {
    private long beats;

    void start() {
      Flowable.interval(1, TimeUnit.SECONDS).onBackpressureDrop().subscribe(n -> beats++); // LEAK
    }

    void stop() {
      beats = 0;
    }
  }

  static class Reader implements Flow.Subscriber<String> {
    void open() {
      Settings.NEWS.subscribe(this); // LEAK
    }

    void close() {
      System.out.println("closed");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String news) {
      System.out.println(news);
    }

    @Override
    public void onError(Throwable failure) {
      failure.printStackTrace();
    }

    @Override
    public void onComplete() {
      System.out.println("done");
    }
  }

  public static void panelIsClosed() {
    Panel panel = new Panel();
    panel.show();
    panel.close();
  }

  public static void chartIsClosed() {
    try (Chart chart = new Chart()) {
      chart.open();
    }
  }

  public static void clockStops() {
    Clock clock = new Clock();
    clock.start();
    clock.stop();
  }

  public static void meterStops() {
    Meter meter = new Meter();
    meter.start();
    meter.stop();
  }

  public static void readerCloses() {
    Reader reader = new Reader();
    reader.open();
    reader.close();
  }
}
