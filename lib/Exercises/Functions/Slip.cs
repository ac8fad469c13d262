namespace Exercises.Functions;

/// <summary>A slip that students make in a function.</summary>
/// <typeparam name="TFunction">The function's signature.</typeparam>
/// <param name="Function">The function with the slip.</param>
/// <param name="Says">What is wrong, in a sentence that doesn't give the solution away.</param>
public sealed record Slip<TFunction>(TFunction Function, string Says)
    where TFunction : Delegate;
