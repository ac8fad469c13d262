namespace SequenceModels.Tasks;

/// <summary>What decides whether a film review praises: <see cref="FilmReviews"/>.</summary>
public enum ReviewKind
{
    /// <summary>Its words.</summary>
    Plain,

    /// <summary>A word, and that "not" stands with it.</summary>
    Negated,

    /// <summary>The order: what stands after "but".</summary>
    Contrast,
}
