namespace SequenceModels.Tasks;

/// <summary>A sentence and its translation.</summary>
/// <param name="Source">What is read.</param>
/// <param name="Target">What is to be written.</param>
public sealed record SentencePair(string Source, string Target);
