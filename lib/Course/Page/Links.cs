namespace Course.Page;

/// <summary>Where the links of a notebook lead on the page: its addresses are the notebooks' names.</summary>
internal static class Links
{
    private static readonly Uri _root = new("http://course/");

    /// <summary>The page's address for an address that stands in the notebook <paramref name="name"/>.</summary>
    public static string Resolve(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var elsewhere) && elsewhere.Scheme != Uri.UriSchemeFile ? address
            : Uri.TryCreate(new Uri(_root, name), address, out var here) && here.Host == _root.Host ? here.PathAndQuery + here.Fragment
            : address;
}
