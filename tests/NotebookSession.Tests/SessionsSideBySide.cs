namespace NotebookSession.Tests;

public sealed class SessionsSideBySide
{
    [Fact]
    public async Task Sessions_that_start_at_once_know_their_own_types_again() =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            await using var notebook = new TestSession();
            (await notebook.RunAsync($"using System.Numerics;\nvar kept = new Complex(3, {n});")).Succeeded();
            for (var again = 0; again < 3; again++)
            {
                Assert.Equal($"{n}", (await notebook.RunAsync($"var x = {again};\nComplex.Negate(-kept).Imaginary")).Succeeded().Value);
            }
        }));
}
