package unclosed_auto_closeable;

public class Leaks {}
