namespace Exercises;

/// <summary>A wrong answer that a typical mistake leads to.</summary>
/// <param name="Answer">What one gets, computed by making the mistake.</param>
/// <param name="Says">What is wrong, in a sentence that doesn't give the answer away.</param>
public sealed record Mistake(object Answer, string Says);
