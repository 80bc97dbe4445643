package subscription_never_disposed;

import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

class Leaks {
  static class Prices {
    private static final SubmissionPublisher<Long> FEED = new SubmissionPublisher<>();
  }

  static class Chart implements Flow.Subscriber<Long> {
    private long last;

    Chart() {
      Prices.FEED.subscribe(this); // LEAK
    }

    void close() {
      last = 0;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Long price) {
      last = price;
    }

    @Override
    public void onError(Throwable error) {
      System.out.println(error);
    }

    @Override
    public void onComplete() {
      System.out.println(last);
    }
  }

  static void use() {
    new Chart().close();
    Prices.FEED.submit(1L);
  }

  private Leaks() {}
}
