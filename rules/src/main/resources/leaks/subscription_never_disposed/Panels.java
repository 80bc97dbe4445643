package subscription_never_disposed;

import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Subscriptions that are ended. */
public class Panels {
  private static final PublishSubject<String> CHANGES = PublishSubject.create();
  private static final SubmissionPublisher<String> NEWS = new SubmissionPublisher<>();

  static class Panel {
    private Disposable subscription;
    private String shown = "";

    void open() {
      subscription = CHANGES.subscribe(name -> shown = name);
    }

    void close() {
      subscription.dispose();
      System.out.println(shown);
    }
  }

  static class Collected {
    private final CompositeDisposable all = new CompositeDisposable();
    private String shown = "";

    void open() {
      all.add(CHANGES.subscribe(name -> shown = name));
    }

    void close() {
      all.dispose();
      System.out.println(shown);
    }
  }

  static class Reader implements Flow.Subscriber<String> {
    private Flow.Subscription subscription;

    Reader() {
      NEWS.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
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

    void close() {
      subscription.cancel();
    }
  }

  public static void panels() {
    Panel panel = new Panel();
    panel.open();
    panel.close();
    Collected collected = new Collected();
    collected.open();
    collected.close();
    new Reader().close();
  }
}
