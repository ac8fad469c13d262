namespace Portability;

/// <summary>What was tried did not do what it does here.</summary>
/// <param name="message">What came instead.</param>
internal sealed class TryFailed(string message) : Exception(message);
