using SequenceModels;

namespace Exercises.Functions;

/// <summary>Arguments that a student's function is tried on.</summary>
/// <param name="Size">What the student may know of them: "4 inputs, 3 units".</param>
/// <param name="Draw">Makes them; the same seed gives the same ones, each time new objects.</param>
public sealed record HiddenInput(string Size, Func<TorchRandom, object[]> Draw);
