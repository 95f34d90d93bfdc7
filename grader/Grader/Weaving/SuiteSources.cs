using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Grader.Weaving;

/// <summary>
/// What a suite was built from: the checksum of each source file, as the compiler wrote it into the symbols. The assembly itself would
/// say too much: it names its configuration, its commit and the folder that it was built in, and a suite of a bundle and one of a clone
/// would differ where nothing that decides does.
/// </summary>
internal static class SuiteSources
{
    /// <summary>The one file that the build writes anew for each configuration and commit.</summary>
    private const string Stamp = ".AssemblyInfo.cs";

    /// <summary>The checksums one after another, in an order that no name and no folder decides.</summary>
    /// <param name="symbols">The suite's portable PDB.</param>
    public static byte[] Checksums(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        var reader = provider.GetMetadataReader();
        var checksums = reader.Documents.Select(reader.GetDocument)
            .Where(document => !reader.GetString(document.Name).EndsWith(Stamp, StringComparison.Ordinal))
            .Select(document => Convert.ToHexString(reader.GetBlobBytes(document.Hash)));
        return [.. checksums.Order(StringComparer.Ordinal).SelectMany(Convert.FromHexString)];
    }
}
