namespace Course.Book;

/// <summary>A lesson that cannot become a page; the message says which, where and why.</summary>
public sealed class BookException(string message) : Exception(message);
