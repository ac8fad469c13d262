using NotebookSession.Languages;

namespace NotebookSession.Tests.Languages;

public sealed class NamingTypes
{
    [Theory]
    [InlineData(typeof(int[][]), "global::System.Int32[][]", "global.System.Int32[][]")]
    [InlineData(typeof(double[,]), "global::System.Double[,]", "global.System.Double[,]")]
    [InlineData(typeof(Dictionary<string, List<int>>.KeyCollection),
        "global::System.Collections.Generic.Dictionary<global::System.String, global::System.Collections.Generic.List<global::System.Int32>>.KeyCollection",
        "global.System.Collections.Generic.Dictionary<global.System.String, global.System.Collections.Generic.List<global.System.Int32>>.KeyCollection")]
    public void A_public_type_has_a_name_in_every_language(Type type, string inCSharp, string inFSharp)
    {
        Assert.True(TypeText.CanName(type));
        Assert.Equal(inCSharp, TypeText.InCSharp(type));
        Assert.Equal(inFSharp, TypeText.InFSharp(type));
    }

    [Fact]
    public void What_is_not_public_or_has_no_name_has_none()
    {
        Assert.False(TypeText.CanName(new { X = 1 }.GetType()));
        Assert.False(TypeText.CanName(Enumerable.Range(0, 3).Where(n => n > 1).GetType()));
        Assert.False(TypeText.CanName(typeof(List<>).MakeGenericType(new { X = 1 }.GetType())));
    }
}
