package unclosed_file_stream;

public class Leaks {}
