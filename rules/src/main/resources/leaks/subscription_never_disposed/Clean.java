package subscription_never_disposed;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.List;

public class Clean {
  static class Settings {
    private static final PublishSubject<String> CHANGES = PublishSubject.create();
  }

  static class Sum {
    private int sum;

    int of(List<Integer> numbers) {
      Observable.fromIterable(numbers).map(n -> n * 2).subscribe(n -> sum += n);
      return sum;
    }

    void close() {
      sum = 0;
    }
  }

  static class Once {
    private String name = "";

    void ask(Single<String> answer) {
      answer.subscribe(a -> name = a);
      Settings.CHANGES.firstElement().subscribe(a -> name = a);
    }

    void close() {
      name = "";
    }
  }

  static class Own {
    private final PublishSubject<String> events = PublishSubject.create();
    private String last = "";

    Own() {
      events.subscribe(event -> last = event);
    }

    String last() {
      events.onNext("x");
      return last;
    }

    void close() {
      events.onComplete();
    }
  }

  static class Handed {
    Disposable listen(Runnable listener) {
      return Settings.CHANGES.subscribe(change -> listener.run());
    }
  }

  static class Limited {
    private String first = "";

    void await() {
      Settings.CHANGES.take(1).subscribe(change -> first = change);
    }

    void awaitEnd(Observable<Boolean> end) {
      Settings.CHANGES.takeUntil(end).subscribe(change -> first = change);
    }

    void close() {
      first = "";
    }
  }

  public static int sums(List<Integer> numbers) {
    return new Sum().of(numbers);
  }

  public static void asks() {
    new Once().ask(Single.just("x"));
  }

  public static String own() {
    return new Own().last();
  }

  public static void handedOn(CompositeDisposable all) {
    all.add(new Handed().listen(() -> {}));
  }

  public static void limited(Observable<Boolean> end) {
    Limited limited = new Limited();
    limited.await();
    limited.awaitEnd(end);
    limited.close();
  }
}
