namespace Interleaving.NUnit.Tests;

/// <summary>An assembly beside that of a <see cref="FixtureRun"/>.</summary>
/// <param name="Name">Its simple name; one for each run, since the process keeps the first of a name.</param>
/// <param name="Source">Its C#, Library.cs.</param>
/// <param name="Symbols">Whether its PDB stands beside it.</param>
/// <param name="Type">What the list of dependencies calls it: "project", "package", or null for a file that is just there.</param>
/// <param name="Embedded">Whether its PDB is in it instead.</param>
internal sealed record Library(string Name, string Source, bool Symbols, string? Type, bool Embedded = false);
