namespace Grader.Records;

/// <summary>A file that a student handed in.</summary>
/// <param name="Name">Its name, without a folder, as diagnostics and the PDB show it.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceFile(string Name, string Text);
