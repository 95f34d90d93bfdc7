namespace Grader.Commands;

/// <summary>What a command writes to, and where it was started.</summary>
/// <param name="Out">For results.</param>
/// <param name="Error">For what went wrong.</param>
/// <param name="Interactive">Whether a person watches: then progress may move and have colours.</param>
/// <param name="Folder">The current directory.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive, string Folder)
{
    /// <summary>The environment's variables, for the formats that echo some of them.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the grader itself: from there upward is grading.json, for who is somewhere else.</summary>
    public string Home { get; init; } = AppContext.BaseDirectory;

    /// <summary>A path as the person meant it, from the current directory.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);
}
