namespace Interleaving.Weaving;

/// <summary>The result of weaving: an assembly of the same name that runs under control.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Bytes">The PE image.</param>
/// <param name="Pdb">Its portable debug information; null when there was none.</param>
/// <param name="Unsupported">What the engine cannot control; a program with any of it must not be run.</param>
/// <param name="NextSite">The first place number after those of this assembly.</param>
/// <param name="FirstSite">The number of its first place.</param>
internal sealed record WovenAssembly(
    string Name, byte[] Bytes, byte[]? Pdb, IReadOnlyList<Unsupported> Unsupported, int NextSite, int FirstSite = 0);
