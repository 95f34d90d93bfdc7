namespace Judge.Protocol;

/// <summary>An assembly as bytes, so that the judge needs no file of it.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Pe">The portable executable.</param>
/// <param name="Pdb">Its portable PDB, if there is one.</param>
internal sealed record AssemblyImage(string Name, byte[] Pe, byte[]? Pdb = null);
