using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;

namespace NotebookSession.Errors;

/// <summary>Where a cell's code comes from, read from its portable PDB: not every runtime does that itself.</summary>
internal sealed class CellSymbols(byte[] pdb)
{
    private readonly Lazy<MetadataReaderProvider> _pdb =
        new(() => MetadataReaderProvider.FromPortablePdbImage(ImmutableCollectionsMarshal.AsImmutableArray(pdb)));

    /// <summary>The text and the line, counted from 1, of an instruction.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="offset">The instruction's offset in it.</param>
    public (string Source, int Line)? PlaceOf(int method, int offset)
    {
        var reader = _pdb.Value.GetMetadataReader();
        var handle = MetadataTokens.MethodDebugInformationHandle(method & 0xff_ffff);
        var points = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(point => !point.IsHidden && point.Offset <= offset).ToList();
        return points is [.., var last] ? (reader.GetString(reader.GetDocument(last.Document).Name), last.StartLine) : null;
    }
}
